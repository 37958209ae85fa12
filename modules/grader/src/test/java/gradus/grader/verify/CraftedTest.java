package gradus.grader.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.objectweb.asm.Opcodes.*;

import gradus.grader.FixtureLab;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** Class files that no compiler writes. Submissions are sources; the verifier does not count on it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CraftedTest {
    private static final String NOT_JAVA = "no Java compiler writes it. Hand in sources that you wrote.";
    private static final String UNREADABLE = "it cannot be read, and no Java compiler writes such a file.";
    private static final String BOOTSTRAP =
            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;)Ljava/lang/Object;";

    private final Trying trying;

    CraftedTest(@TempDir Path folder) {
        trying = Trying.in(FixtureLab.copyTo(folder));
    }

    private static byte[] classFile(String name, Consumer<ClassWriter> content) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(V17, ACC_PUBLIC, name, null, "java/lang/Object", null);
        writer.visitSource("Attempt.java", null);
        content.accept(writer);
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static byte[] method(Consumer<MethodVisitor> code) {
        return classFile("fixtures/mean/Attempt", writer -> {
            MethodVisitor method = writer.visitMethod(ACC_STATIC, "attempt", "()V", null, null);
            Label start = new Label();
            method.visitLabel(start);
            method.visitLineNumber(41, start);
            code.accept(method);
            method.visitInsn(RETURN);
            method.visitMaxs(0, 0);
            method.visitEnd();
        });
    }

    private List<String> refused(byte[] file) {
        return refused("fixtures.mean.Attempt", file);
    }

    private List<String> refused(String name, byte[] file) {
        return trying.files(Map.of(name, file)).stream().map(Refusal::inWords).toList();
    }

    private static String words(String member, String reason) {
        return "Attempt.java:41: " + member + " is not allowed in a room: " + reason;
    }

    @Test
    void aMemberBehindASubclass() {
        assertEquals(
                List.of(words(
                        "Object.notify",
                        "a check follows one thread only, and with several the order of sums differs from run to run."
                                + " Compute in your method itself.")),
                refused(method(code -> {
                    code.visitInsn(ACONST_NULL);
                    code.visitMethodInsn(INVOKEVIRTUAL, "java/util/TreeMap", "notify", "()V", false);
                })));
    }

    @Test
    void aMemberBehindAnArray() {
        assertEquals(
                List.of(words(
                        "Object.wait",
                        "a check follows one thread only, and with several the order of sums differs from run to run."
                                + " Compute in your method itself.")),
                refused(method(code -> {
                    code.visitInsn(ACONST_NULL);
                    code.visitMethodInsn(INVOKEVIRTUAL, "[I", "wait", "()V", false);
                })));
    }

    @Test
    void aMemberThatDoesNotExist() {
        assertEquals(
                List.of(words("Math.secret", "it is in none of the libraries of this room.")),
                refused(method(code -> code.visitMethodInsn(INVOKESTATIC, "java/lang/Math", "secret", "()V", false))));
    }

    @Test
    void aDynamicConstant() {
        Handle invoke =
                new Handle(H_INVOKESTATIC, "java/lang/invoke/ConstantBootstraps", "nullConstant", BOOTSTRAP, false);
        assertEquals(
                List.of(words("a constant that is computed by ConstantDynamic", NOT_JAVA)),
                refused(method(code -> code.visitLdcInsn(new ConstantDynamic("x", "Ljava/lang/Object;", invoke)))));
    }

    @Test
    void aDynamicConstantAmongTheArgumentsOfALambda() {
        Handle make = new Handle(
                H_INVOKESTATIC,
                "java/lang/invoke/LambdaMetafactory",
                "metafactory",
                "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;",
                false);
        Handle other =
                new Handle(H_INVOKESTATIC, "java/lang/invoke/ConstantBootstraps", "nullConstant", BOOTSTRAP, false);
        assertEquals(
                List.of(words("a constant that is computed by ConstantDynamic", NOT_JAVA)),
                refused(method(code -> code.visitInvokeDynamicInsn(
                        "run",
                        "()Ljava/lang/Runnable;",
                        make,
                        Type.getMethodType("()V"),
                        new ConstantDynamic("x", "Ljava/lang/invoke/MethodHandle;", other),
                        Type.getMethodType("()V")))));
    }

    @Test
    void aBootstrapOfOnesOwn() {
        Handle own = new Handle(
                H_INVOKESTATIC,
                "fixtures/mean/Attempt",
                "link",
                "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;",
                false);
        assertEquals(
                List.of(words("a call through Attempt", NOT_JAVA)),
                refused(method(code -> code.visitInvokeDynamicInsn("x", "()V", own))));
    }

    @Test
    void aHandleAsAConstant() {
        assertEquals(
                List.of(words("a constant that is computed by Handle", NOT_JAVA)),
                refused(method(code ->
                        code.visitLdcInsn(new Handle(H_INVOKESTATIC, "java/lang/System", "exit", "(I)V", false)))));
    }

    @Test
    void aWriteToOtherCode() {
        assertEquals(
                List.of(words(
                        "changing SyntheticDigits.NAME",
                        "it belongs to other code. Keep what changes in fields of your own.")),
                refused(method(code -> {
                    code.visitInsn(ACONST_NULL);
                    code.visitFieldInsn(PUTSTATIC, "gradus/datasets/SyntheticDigits", "NAME", "Ljava/lang/String;");
                })));
    }

    @Test
    void aNestOfOthers() {
        assertEquals(
                List.of("Attempt.java: kinship with Matrix is not allowed in a room: " + NOT_JAVA),
                refused(classFile("fixtures/mean/Attempt", writer -> writer.visitNestHost("gradus/kit/Matrix"))));
    }

    @Test
    void aModule() {
        assertEquals(
                List.of("Attempt.java: module x is not allowed in a room: a room is a package, not a module. Leave"
                        + " module-info.java out."),
                refused(classFile(
                        "fixtures/mean/Attempt",
                        writer -> writer.visitModule("x", 0, null).visitEnd())));
    }

    @Test
    void aPackageOfOthers() {
        for (String name : List.of(
                "java.util.List",
                "gradus.kit.Matrix",
                "org.junit.Test",
                "fixtures.meaner.A",
                "fixtures.mean.in.A",
                "A")) {
            assertEquals(
                    List.of(
                            name.replaceFirst(".*\\.", "") + ".java: the class " + name
                                    + " is not allowed in a room: all classes of this room stand in its package, fixtures.mean."),
                    refused(name, classFile(name.replace('.', '/'), writer -> {})));
        }
    }

    @Test
    void theNameOfACheck() {
        assertEquals(
                List.of(
                        "Attempt.java:3: the class fixtures.mean.MeanTest is not allowed in a room: a class of the room's"
                                + " checks has that name. Take another."),
                trying.source("package fixtures.mean;\n\nclass MeanTest {}\n").stream()
                        .map(Refusal::inWords)
                        .toList());
    }

    @Test
    void anotherName() {
        assertEquals(
                List.of("Attempt.java: the class fixtures.mean.Attempt is not allowed in a room: inside, it has another"
                        + " name: java.lang.Math."),
                refused(classFile("java/lang/Math", writer -> {})));
    }

    @Test
    void aBrokenFile() {
        byte[] good = method(code -> code.visitInsn(NOP));
        String words = "Attempt.java: the class fixtures.mean.Attempt is not allowed in a room: " + UNREADABLE;

        assertEquals(List.of(), refused(good));
        assertEquals(List.of(words), refused(new byte[0]));
        assertEquals(List.of(words), refused(Arrays.copyOf(good, good.length / 2)));
        byte[] future = good.clone();
        future[7] = 120;
        assertEquals(List.of(words), refused(future));
    }

    @Test
    void noFileThatIsChangedByChanceEscapesAsAnException() {
        byte[] good = method(code -> {
            code.visitLdcInsn(Type.getObjectType("java/lang/String"));
            code.visitMethodInsn(INVOKESTATIC, "java/lang/System", "exit", "(I)V", false);
        });
        Random random = new Random(1);
        for (int i = 0; i < 5000; i++) {
            byte[] changed = good.clone();
            for (int k = random.nextInt(4); k >= 0; k--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            refused(changed);
        }
        assertFalse(refused(good).isEmpty());
    }
}

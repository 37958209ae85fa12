package gradus.grader.author;

import gradus.grader.standin.Boxes;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A reference of which one method returns what nobody should get marks for.
 *
 * @param part the method
 * @param returned what it returns
 */
record AutomaticMistake(Part part, Returned returned) {
    private static final String RIGHT = "$right";
    private static final String WRONG_VALUE = Type.getInternalName(WrongValue.class);

    /** A method of which the learner writes a part. */
    record Part(String className, String method, String descriptor) {
        /** Such as {@code Pca.transform}. */
        String inWords() {
            String simple = className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
            return simple + "." + method;
        }
    }

    /** What a method returns instead. */
    sealed interface Returned {
        /** Such as {@code zeros}. */
        String inWords();

        /** Nothing. */
        record Null() implements Returned {
            @Override
            public String inWords() {
                return "null";
            }
        }

        /** Nothing either, and nothing was done: a method that shall change something leaves it as it was. */
        record Untouched() implements Returned {
            @Override
            public String inWords() {
                return "without doing anything";
            }
        }

        /** One of its arguments. */
        record Argument(int index, String name) implements Returned {
            @Override
            public String inWords() {
                return "its argument " + name;
            }
        }

        /** What the reference returns, made wrong as a whole. */
        record Wrong(WrongValue kind) implements Returned {
            @Override
            public String inWords() {
                return kind.words();
            }
        }

        /** What the reference returns, with one component of the record made wrong. */
        record WrongComponent(WrongValue kind, String name) implements Returned {
            @Override
            public String inWords() {
                return kind.words() + " as " + name;
            }
        }
    }

    /** Such as {@code Pca.transform returning zeros}. */
    String inWords() {
        return part.inWords() + " returning " + returned.inWords();
    }

    /**
     * The reference's class files with the mistake in them: the method calls its old self, and returns what is wrong.
     */
    Map<String, byte[]> in(Map<String, byte[]> reference) {
        Map<String, byte[]> wrong = new TreeMap<>(reference);
        ClassReader reader = new ClassReader(reference.getOrDefault(part.className, new byte[0]));
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(new Exchange(writer), 0);
        wrong.put(part.className, writer.toByteArray());
        return wrong;
    }

    private final class Exchange extends ClassVisitor {
        private String owner = "";
        private boolean isInterface;

        Exchange(ClassVisitor writer) {
            super(Opcodes.ASM9, writer);
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                @Nullable String superName,
                String @Nullable [] interfaces) {
            owner = name;
            isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
            super.visit(version, access, name, signature, superName, interfaces);
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
            if (!name.equals(part.method) || !descriptor.equals(part.descriptor)) {
                return method;
            }
            return new MethodVisitor(Opcodes.ASM9, method) {
                @Override
                public void visitCode() {
                    mv.visitCode();
                    callAndReturn(mv, access);
                    mv.visitMaxs(0, 0);
                    mv.visitEnd();
                    int hidden = access & Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC;
                    mv = cv.visitMethod(hidden, name + RIGHT, descriptor, signature, exceptions);
                    mv.visitCode();
                }
            };
        }

        private void callAndReturn(MethodVisitor code, int access) {
            if (returned instanceof Returned.Untouched) {
                code.visitInsn(Opcodes.RETURN);
                return;
            }
            boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
            int local = 0;
            if (!isStatic) {
                code.visitVarInsn(Opcodes.ALOAD, local++);
            }
            int echoed = 0;
            Type[] arguments = Type.getArgumentTypes(part.descriptor);
            for (int i = 0; i < arguments.length; i++) {
                if (returned instanceof Returned.Argument argument && argument.index == i) {
                    echoed = local;
                }
                code.visitVarInsn(arguments[i].getOpcode(Opcodes.ILOAD), local);
                local += arguments[i].getSize();
            }
            int call = isStatic ? Opcodes.INVOKESTATIC : Opcodes.INVOKESPECIAL;
            code.visitMethodInsn(call, owner, part.method + RIGHT, part.descriptor, isInterface);

            Type type = Type.getReturnType(part.descriptor);
            if (returned instanceof Returned.Null) {
                code.visitInsn(Opcodes.ACONST_NULL);
            } else if (returned instanceof Returned.Argument) {
                code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), echoed);
            } else if (returned instanceof Returned.Wrong wrong) {
                Boxes.box(code, type);
                code.visitLdcInsn(wrong.kind.name());
                makeWrong(code, "(Ljava/lang/Object;Ljava/lang/String;)Ljava/lang/Object;");
                Boxes.unbox(code, type);
            } else if (returned instanceof Returned.WrongComponent wrong) {
                code.visitLdcInsn(wrong.kind.name());
                code.visitLdcInsn(wrong.name);
                makeWrong(code, "(Ljava/lang/Object;Ljava/lang/String;Ljava/lang/String;)Ljava/lang/Object;");
                Boxes.unbox(code, type);
            }
            code.visitInsn(type.getOpcode(Opcodes.IRETURN));
        }
    }

    private static void makeWrong(MethodVisitor code, String descriptor) {
        code.visitMethodInsn(Opcodes.INVOKESTATIC, WRONG_VALUE, "of", descriptor, false);
    }
}

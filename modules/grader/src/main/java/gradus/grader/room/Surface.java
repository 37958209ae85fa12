package gradus.grader.room;

import gradus.worker.Member;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;

/** What others can see of a class file. */
public record Surface(String name, Set<Member> members, List<String> components) {

    static Surface of(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        String name = reader.getClassName().replace('/', '.');
        Set<Member> members = new LinkedHashSet<>();
        List<String> components = new ArrayList<>();
        reader.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public @Nullable RecordComponentVisitor visitRecordComponent(
                            String component, String descriptor, @Nullable String signature) {
                        components.add(descriptor + " " + component);
                        return null;
                    }

                    @Override
                    public @Nullable MethodVisitor visitMethod(
                            int access,
                            String method,
                            String descriptor,
                            @Nullable String signature,
                            String @Nullable [] exceptions) {
                        if ((access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC)) == 0
                                && !method.equals("<clinit>")) {
                            members.add(new Member(name, method, descriptor));
                        }
                        return null;
                    }
                },
                ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return new Surface(name, members, components);
    }

    /** What a learner's classes lack of the starter's, in words. */
    public static List<String> differences(Map<String, byte[]> starter, Map<String, byte[]> learner) {
        List<String> differences = new ArrayList<>();
        starter.keySet().stream()
                .filter(name -> isNamed(name) && !learner.containsKey(name))
                .forEach(name -> differences.add("there is no class " + simple(name)));
        missing(starter, learner).forEach(member -> differences.add(missing(member)));
        return differences;
    }

    /** Members that a learner's classes lack, of those classes that they have. */
    public static List<Member> missing(Map<String, byte[]> starter, Map<String, byte[]> learner) {
        List<Member> missing = new ArrayList<>();
        starter.forEach((name, bytes) -> {
            byte[] found = learner.get(name);
            if (isNamed(name) && found != null) {
                Set<Member> actual = of(found).members();
                of(bytes).members().stream()
                        .filter(member -> !actual.contains(member))
                        .forEach(missing::add);
            }
        });
        return missing;
    }

    /** Says that a class lacks a member, as the worker says it. */
    public static String missing(Member member) {
        return member.missingFrom(simple(member.owner()));
    }

    private static boolean isNamed(String name) {
        return !name.matches(".*\\$\\d.*");
    }

    private static String simple(String name) {
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }
}

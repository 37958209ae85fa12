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
        starter.forEach((name, bytes) -> {
            if (name.matches(".*\\$\\d.*")) {
                return;
            }
            Surface wanted = of(bytes);
            byte[] found = learner.get(name);
            String simple = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
            if (found == null) {
                differences.add("there is no class " + simple);
                return;
            }
            Surface actual = of(found);
            for (Member member : wanted.members()) {
                if (!actual.members().contains(member)) {
                    differences.add(member.missingFrom(simple));
                }
            }
        });
        return differences;
    }
}

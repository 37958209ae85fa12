package gradus.grader.room;

import gradus.checks.Full;
import gradus.checks.Graded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A check, as its class file declares it.
 *
 * @param className class that holds it
 * @param id method name
 * @param title its display name
 * @param stage number of its stage
 * @param points what it is worth
 * @param full whether it runs in full runs only
 * @param draws whether it draws random numbers, so that it depends on the seed
 */
public record CheckInfo(String className, String id, String title, int stage, int points, boolean full, boolean draws) {
    private static final String GRADED = Type.getDescriptor(Graded.class);
    private static final String FULL = Type.getDescriptor(Full.class);
    private static final String RANDOM = Type.getDescriptor(RandomGenerator.class);
    private static final String DISPLAY_NAME = Type.getDescriptor(DisplayName.class);

    /** Whether it runs in class runs only. */
    public boolean hidden() {
        return className.endsWith("HiddenTest");
    }

    /** The package of the room. */
    public String packageName() {
        return className.substring(0, className.lastIndexOf('.'));
    }

    /** The checks of class files in declared order: compilers write methods in the order of the source. */
    public static List<CheckInfo> in(Map<String, byte[]> classFiles) {
        List<CheckInfo> checks = new ArrayList<>();
        classFiles.forEach((name, bytes) -> new ClassReader(bytes)
                .accept(new Finder(name, checks), ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG));
        return checks;
    }

    private static final class Finder extends ClassVisitor {
        private final String className;
        private final List<CheckInfo> checks;

        Finder(String className, List<CheckInfo> checks) {
            super(Opcodes.ASM9);
            this.className = className;
            this.checks = checks;
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                private boolean graded;
                private String title = name;
                private int stage;
                private int points = 1;
                private boolean full;

                @Override
                public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                    graded |= annotation.equals(GRADED);
                    full |= annotation.equals(FULL);
                    return new AnnotationVisitor(Opcodes.ASM9) {
                        @Override
                        public void visit(String key, Object value) {
                            if (annotation.equals(GRADED) && key.equals("stage")) {
                                stage = (Integer) value;
                            } else if (annotation.equals(GRADED) && key.equals("points")) {
                                points = (Integer) value;
                            } else if (annotation.equals(DISPLAY_NAME) && key.equals("value")) {
                                title = (String) value;
                            }
                        }
                    };
                }

                @Override
                public void visitEnd() {
                    if (graded) {
                        checks.add(new CheckInfo(
                                className, name, title, stage, points, full, descriptor.contains(RANDOM)));
                    }
                }
            };
        }
    }
}

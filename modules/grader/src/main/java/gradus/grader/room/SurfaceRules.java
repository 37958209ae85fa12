package gradus.grader.room;

import gradus.worker.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;

/**
 * What a room's public surface may hold, so that it can cross between judge and worker: docs/authoring.md has the
 * rules.
 */
public final class SurfaceRules {
    private static final Set<String> ALLOWED = Set.of(
            "java/lang/Object",
            "java/lang/String",
            "java/lang/Boolean",
            "java/lang/Byte",
            "java/lang/Short",
            "java/lang/Character",
            "java/lang/Integer",
            "java/lang/Long",
            "java/lang/Float",
            "java/lang/Double",
            "java/lang/Number",
            "java/lang/Comparable",
            "java/lang/Runnable",
            "java/lang/Iterable",
            "java/lang/AutoCloseable",
            "java/util/Iterator",
            "java/util/Comparator",
            "java/util/Collection",
            "java/util/List",
            "java/util/Set",
            "java/util/Map",
            "java/util/Optional",
            "java/util/OptionalInt",
            "java/util/OptionalLong",
            "java/util/OptionalDouble",
            "java/util/concurrent/Callable");
    private static final Set<String> PARENTS = Set.of("java/lang/Object", "java/lang/Record", "java/lang/Enum");

    private final Map<String, byte[]> surface;
    private final List<String> problems = new ArrayList<>();

    private SurfaceRules(Map<String, byte[]> surface) {
        this.surface = surface;
    }

    /**
     * Holds a starter's class files against the rules.
     *
     * @param starter class files of the room
     * @param surface the same and those of its prerequisites
     * @return what breaks a rule, in words
     */
    public static List<String> problems(Map<String, byte[]> starter, Map<String, byte[]> surface) {
        SurfaceRules rules = new SurfaceRules(surface);
        starter.values().forEach(rules::check);
        return rules.problems;
    }

    private void check(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        Shape shape = new Shape(reader.getClassName());
        reader.accept(shape, ClassReader.SKIP_FRAMES);
        if (!shape.isHidden) {
            problems.addAll(shape.found);
        }
    }

    private boolean isAllowed(String type) {
        return ALLOWED.contains(type)
                || Types.isException(type.replace('/', '.'))
                || type.startsWith("java/util/function/")
                || (type.startsWith("gradus/kit/") && !type.startsWith("gradus/kit/figure/"))
                || surface.containsKey(type.replace('/', '.'));
    }

    /** Collects what one class file breaks. */
    private final class Shape extends ClassVisitor {
        private final String self;
        private final List<String> found = new ArrayList<>();
        private boolean isHidden;
        private boolean isRecord;
        private boolean isInterface;
        private boolean isEnum;
        private boolean isAbstract;
        private boolean isSealed;
        private final Set<String> generated = new HashSet<>();

        Shape(String self) {
            super(Opcodes.ASM9);
            this.self = self;
        }

        private String name() {
            return self.substring(self.lastIndexOf('/') + 1).replace('$', '.');
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                String parent,
                String @Nullable [] interfaces) {
            isHidden = (access & Opcodes.ACC_SYNTHETIC) != 0;
            isRecord = parent.equals("java/lang/Record");
            isEnum = parent.equals("java/lang/Enum");
            isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
            isAbstract = (access & Opcodes.ACC_ABSTRACT) != 0 && !isInterface && !isEnum;
            boolean known = PARENTS.contains(parent) || surface.containsKey(parent.replace('/', '.'));
            if (!known && !isException(parent)) {
                found.add(name() + " extends " + parent.replace('/', '.')
                        + ", which has no stand-in. Extend nothing, a class of the room, or an exception that has a"
                        + " constructor with a message.");
            }
        }

        private static boolean isException(String parent) {
            try {
                Class<?> type = Class.forName(parent.replace('/', '.'));
                return Throwable.class.isAssignableFrom(type) && type.getConstructor(String.class) != null;
            } catch (ReflectiveOperationException e) {
                return false;
            }
        }

        @Override
        public void visitPermittedSubclass(String subclass) {
            isSealed = true;
        }

        @Override
        public void visitInnerClass(String inner, @Nullable String outer, @Nullable String simple, int access) {
            if (inner.equals(self) && (outer == null || simple == null || (access & Opcodes.ACC_PRIVATE) != 0)) {
                isHidden = true;
            }
        }

        @Override
        public @Nullable RecordComponentVisitor visitRecordComponent(
                String name, String descriptor, @Nullable String signature) {
            types(name() + "." + name + " is", signature != null ? signature : descriptor);
            return null;
        }

        @Override
        public @Nullable FieldVisitor visitField(
                int access, String name, String descriptor, @Nullable String signature, @Nullable Object constant) {
            boolean isPrivate = (access & Opcodes.ACC_PRIVATE) != 0;
            boolean isConstant = (access & (Opcodes.ACC_STATIC | Opcodes.ACC_FINAL)) != 0 && constant != null;
            boolean isEnumConstant = (access & Opcodes.ACC_ENUM) != 0;
            if (!isPrivate && !isConstant && !isEnumConstant && (access & Opcodes.ACC_SYNTHETIC) == 0) {
                found.add(name() + "." + name
                        + " is a field that others can see. Make it private and give it a method; only compile-time"
                        + " constants stay in sight.");
            }
            boolean isVariable = (access & Opcodes.ACC_STATIC) != 0 && (access & Opcodes.ACC_FINAL) == 0;
            if (isPrivate && isVariable) {
                found.add(name() + "." + name
                        + " is a static variable, which one check would leave changed for the next. Make it an instance"
                        + " field or a constant.");
            }
            return null;
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            boolean isGiven = isRecord
                    && Set.of("equals(Ljava/lang/Object;)Z", "hashCode()I", "toString()Ljava/lang/String;")
                            .contains(name + descriptor);
            if (isGiven) {
                return new MethodVisitor(Opcodes.ASM9) {
                    @Override
                    public void visitInvokeDynamicInsn(
                            String call, String type, Handle bootstrap, Object... arguments) {
                        if (bootstrap.getOwner().equals("java/lang/runtime/ObjectMethods")) {
                            generated.add(name);
                        }
                    }

                    @Override
                    public void visitEnd() {
                        if (!generated.contains(name)) {
                            found.add(name() + "." + name
                                    + " is written out, but a record's equals, hashCode and toString run in the judge."
                                    + " Leave them to the record.");
                        }
                    }
                };
            }
            boolean isSeen = (access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC)) == 0 && !name.equals("<clinit>");
            if (isSeen && !(isEnum && name.equals("<init>"))) {
                String where = name.equals("<init>") ? "the constructor of " + name() : name() + "." + name;
                types(where + " uses", signature != null ? signature : descriptor);
            }
            if (isSeen && isAbstract && !isSealed && (access & Opcodes.ACC_ABSTRACT) != 0) {
                found.add(
                        name() + " is an abstract class, which a check could not extend. Make it an interface, or seal"
                                + " it.");
                isAbstract = false;
            }
            return null;
        }

        private void types(String where, String signature) {
            Set<String> refused = new HashSet<>();
            new SignatureReader(signature).accept(new SignatureVisitor(Opcodes.ASM9) {
                private String type = "";

                @Override
                public void visitClassType(String name) {
                    type = name;
                    note(name);
                }

                @Override
                public void visitInnerClassType(String name) {
                    type += "$" + name;
                    note(type);
                }

                private void note(String name) {
                    if (!isAllowed(name)) {
                        refused.add(name.replace('/', '.').replace('$', '.'));
                    }
                }

                @Override
                public SignatureVisitor visitExceptionType() {
                    return new SignatureVisitor(Opcodes.ASM9) {};
                }
            });
            for (String type : refused) {
                found.add(where + " " + type + ", which cannot cross between judge and worker. " + instead(type));
            }
        }

        private static String instead(String type) {
            if (type.startsWith("java.util.stream.")) {
                return "Take or return a List.";
            } else if (type.startsWith("ai.djl.") || type.startsWith("org.nd4j.")) {
                return "Take or return float[] or double[] with a shape.";
            } else if (type.startsWith("java.io.") || type.startsWith("java.nio.")) {
                return "Take or return a String or a List of lines.";
            }
            return "Use primitives, strings, arrays, List, Set, Map, Optional, records, enums, or types of the room.";
        }
    }
}

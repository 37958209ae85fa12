package gradus.grader.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.ModuleVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.Type;
import org.objectweb.asm.TypePath;

/** Everything that one class file names, held against what the room allows. */
final class ClassScan extends ClassVisitor {
    /**
     * Something refused.
     *
     * @param line 0 where class files do not tell lines: of headers and fields
     * @param word what to look for in the source then
     */
    record Found(String file, int line, String word, String member, String reason) {}

    private static final String NOT_JAVA = "no Java compiler writes it. Hand in sources that you wrote.";
    private static final String NATIVE =
            "its code would not be Java, and nothing could keep it within bounds. Write it in Java.";
    private static final String FINALIZER =
            "Java would call it after your checks, from a thread of its own. Leave it out.";
    private static final String NOT_YOURS = "it belongs to other code. Keep what changes in fields of your own.";

    private final Permissions permissions;
    private final List<Found> found = new ArrayList<>();
    private String file;
    private String self = "";

    ClassScan(Permissions permissions, String file) {
        super(Opcodes.ASM9);
        this.permissions = permissions;
        this.file = file;
    }

    List<Found> found() {
        return found;
    }

    private void refuse(int line, String word, String member, String reason) {
        found.add(new Found(file, line, word, member, reason));
    }

    private void type(Type type, int line, String prefix) {
        if (type.getSort() == Type.ARRAY) {
            type(type.getElementType(), line, prefix);
        } else if (type.getSort() == Type.OBJECT) {
            permissions
                    .toType(type.getInternalName())
                    .ifPresent(objection ->
                            refuse(line, objection.member(), prefix + objection.member(), objection.reason()));
        } else if (type.getSort() == Type.METHOD) {
            type(type.getReturnType(), line, prefix);
            for (Type argument : type.getArgumentTypes()) {
                type(argument, line, prefix);
            }
        }
    }

    private @Nullable AnnotationVisitor annotation(String descriptor) {
        type(Type.getType(descriptor), 0, "@");
        return null;
    }

    // The class itself.

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String parent,
            String @Nullable [] interfaces) {
        self = name;
        Optional.ofNullable(parent).ifPresent(it -> type(Type.getObjectType(it), 0, "extending "));
        for (String each : interfaces == null ? new String[0] : interfaces) {
            type(Type.getObjectType(each), 0, "implementing ");
        }
    }

    @Override
    public void visitSource(@Nullable String source, @Nullable String debug) {
        file = source == null ? file : source;
    }

    @Override
    public @Nullable ModuleVisitor visitModule(String name, int access, @Nullable String version) {
        refuse(0, name, "module " + name, "a room is a package, not a module. Leave module-info.java out.");
        return null;
    }

    @Override
    public void visitNestHost(String host) {
        own(host);
    }

    @Override
    public void visitNestMember(String member) {
        own(member);
    }

    @Override
    public void visitPermittedSubclass(String subclass) {
        own(subclass);
    }

    private void own(String type) {
        if (!permissions.isOwn(type)) {
            refuse(0, Member.simple(type), "kinship with " + Member.simple(type), NOT_JAVA);
        }
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        return annotation(descriptor);
    }

    @Override
    public @Nullable AnnotationVisitor visitTypeAnnotation(
            int reference, @Nullable TypePath path, String descriptor, boolean visible) {
        return annotation(descriptor);
    }

    @Override
    public RecordComponentVisitor visitRecordComponent(String name, String descriptor, @Nullable String signature) {
        return new RecordComponentVisitor(Opcodes.ASM9) {
            @Override
            public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                return annotation(annotation);
            }
        };
    }

    @Override
    public FieldVisitor visitField(
            int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
        type(Type.getType(descriptor), 0, "");
        return new FieldVisitor(Opcodes.ASM9) {
            @Override
            public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                return annotation(annotation);
            }
        };
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        if ((access & Opcodes.ACC_NATIVE) != 0) {
            refuse(0, name, "the native method " + name, NATIVE);
        }
        if (name.equals("finalize") && descriptor.equals("()V")) {
            refuse(0, name, "the method finalize()", FINALIZER);
        }
        type(Type.getMethodType(descriptor), 0, "");
        return new Code();
    }

    /** What a method does. */
    private final class Code extends MethodVisitor {
        private int line;

        Code() {
            super(Opcodes.ASM9);
        }

        private void member(String owner, String name, String descriptor) {
            permissions
                    .toMember(new Member(owner, name, descriptor))
                    .ifPresent(objection -> refuse(line, objection.member(), objection.member(), objection.reason()));
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            return annotation(descriptor);
        }

        @Override
        public @Nullable AnnotationVisitor visitParameterAnnotation(int parameter, String descriptor, boolean visible) {
            return annotation(descriptor);
        }

        @Override
        public void visitLineNumber(int number, Label start) {
            line = number;
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            if (opcode != Opcodes.NEW) { // the call of the constructor follows
                type(Type.getObjectType(type), line, "");
            }
        }

        @Override
        public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
            type(Type.getType(descriptor), line, "");
        }

        @Override
        public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
            Optional.ofNullable(type).ifPresent(it -> type(Type.getObjectType(it), 0, "catching "));
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            if (opcode == Opcodes.PUTSTATIC && !permissions.isOwn(owner)) {
                refuse(line, name, "changing " + Member.simple(owner) + "." + name, NOT_YOURS);
            }
            member(owner, name, descriptor);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            member(owner, name, descriptor);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            if (!permissions.isBootstrap(bootstrap)) {
                refuse(line, name, "a call through " + Member.simple(bootstrap.getOwner()), NOT_JAVA);
                return;
            }
            type(Type.getReturnType(descriptor), line, "");
            for (Object argument : arguments) {
                if (argument instanceof Handle handle) {
                    member(handle.getOwner(), handle.getName(), handle.getDesc());
                } else if (!(argument instanceof Type type) || type.getSort() != Type.METHOD) {
                    constant(argument);
                }
            }
        }

        @Override
        public void visitLdcInsn(Object value) {
            constant(value);
        }

        private void constant(Object value) {
            if (value instanceof Type type && type.getSort() != Type.METHOD) {
                type(type, line, "");
            } else if (value instanceof ConstantDynamic || value instanceof Handle || value instanceof Type) {
                refuse(
                        line,
                        self,
                        "a constant that is computed by " + value.getClass().getSimpleName(),
                        NOT_JAVA);
            }
        }
    }
}

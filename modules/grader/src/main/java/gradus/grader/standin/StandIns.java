package gradus.grader.standin;

import static org.objectweb.asm.Opcodes.*;

import gradus.kit.Changed;
import gradus.worker.Peer;
import gradus.worker.Ref;
import gradus.worker.Remote;
import gradus.worker.RemoteRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.Type;

/**
 * Generates stand-ins from class files of a starter: same name, same members, each operation's body replaced by a call
 * through {@link Calls}. Only signatures are read, so no reference is needed.
 */
final class StandIns {
    private static final String CALLS = Type.getInternalName(Calls.class);
    private static final String REF = Type.getDescriptor(Ref.class);
    private static final String PEER = Type.getDescriptor(Peer.class);
    private static final String OBJECTS = "[Ljava/lang/Object;";
    private static final String REF_FIELD = "gradus$ref";
    private static final String PEER_FIELD = "gradus$peer";
    private static final String CHANGED = Type.getDescriptor(Changed.class);

    private final Map<String, byte[]> classFiles;

    /** @param classFiles class files of the starter and of its prerequisites, by binary name */
    StandIns(Map<String, byte[]> classFiles) {
        this.classFiles = classFiles;
    }

    /** Names of the classes that have a stand-in: anonymous, local and private ones have none. */
    static Set<String> named(Map<String, byte[]> classFiles) {
        Set<String> names = new HashSet<>();
        classFiles.forEach((name, bytes) -> {
            boolean[] hidden = {(new ClassReader(bytes).getAccess() & ACC_SYNTHETIC) != 0};
            new ClassReader(bytes)
                    .accept(
                            new ClassVisitor(ASM9) {
                                @Override
                                public void visitInnerClass(
                                        String inner, @Nullable String outer, @Nullable String simple, int access) {
                                    if (inner.replace('/', '.').equals(name)
                                            && (outer == null || simple == null || (access & ACC_PRIVATE) != 0)) {
                                        hidden[0] = true;
                                    }
                                }
                            },
                            ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            if (!hidden[0]) {
                names.add(name);
            }
        });
        return names;
    }

    /** The stand-in of one class. */
    byte[] of(String name) {
        ClassReader reader = new ClassReader(bytes(name.replace('.', '/')));
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        String parent = reader.getSuperName();
        ClassVisitor shape;
        if ((reader.getAccess() & ACC_INTERFACE) != 0) {
            shape = new InterfaceShape(writer);
        } else if ("java/lang/Record".equals(parent)) {
            shape = new RecordShape(writer);
        } else if ("java/lang/Enum".equals(parent)) {
            shape = new EnumShape(writer);
        } else {
            shape = new ClassShape(writer, parent);
        }
        reader.accept(shape, ClassReader.SKIP_FRAMES);
        return writer.toByteArray();
    }

    private byte[] bytes(String internalName) {
        byte[] bytes = classFiles.get(internalName.replace('/', '.'));
        if (bytes == null) {
            throw new IllegalArgumentException("no class file of " + internalName);
        }
        return bytes;
    }

    private boolean isOfRoom(String internalName) {
        return classFiles.containsKey(internalName.replace('/', '.'));
    }

    private boolean isThrowable(String internalName) {
        String type = internalName;
        while (isOfRoom(type)) {
            type = new ClassReader(bytes(type)).getSuperName();
        }
        try {
            return Throwable.class.isAssignableFrom(Class.forName(type.replace('/', '.')));
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** What all stand-ins have in common. */
    private abstract static class Shape extends ClassVisitor {
        protected String self = "";

        Shape(ClassWriter writer) {
            super(ASM9, writer);
        }

        /** The interface that marks this kind of stand-in, or null. */
        protected abstract @Nullable String marker();

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                String parent,
                String @Nullable [] interfaces) {
            self = name;
            List<String> all = new ArrayList<>(interfaces == null ? List.of() : List.of(interfaces));
            String marker = marker();
            if (marker != null) {
                all.add(marker);
            }
            super.visit(version, access(access), name, null, parent, all.toArray(new String[0]));
        }

        protected int access(int access) {
            return access & ~ACC_ABSTRACT;
        }

        @Override
        public void visitInnerClass(String name, @Nullable String outer, @Nullable String simple, int access) {
            super.visitInnerClass(name, outer, simple, name.equals(self) ? access(access) : access);
        }

        @Override
        public void visitNestHost(String host) {}

        @Override
        public void visitNestMember(String member) {}

        @Override
        public void visitOuterClass(String owner, @Nullable String method, @Nullable String descriptor) {}

        @Override
        public @Nullable FieldVisitor visitField(
                int access, String name, String descriptor, @Nullable String signature, @Nullable Object constant) {
            return constant != null && (access & ACC_PRIVATE) == 0
                    ? super.visitField(access, name, descriptor, signature, constant)
                    : null;
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            if (name.equals("<clinit>") || ((access & ACC_PRIVATE) != 0 && !name.equals("<init>"))) {
                return null;
            }
            if ((access & ACC_BRIDGE) != 0) {
                return super.visitMethod(access, name, descriptor, signature, exceptions);
            }
            if ((access & ACC_SYNTHETIC) != 0) {
                return null;
            }
            int plain = access & ~(ACC_ABSTRACT | ACC_NATIVE | ACC_SYNCHRONIZED);
            MethodVisitor method = super.visitMethod(plain, name, descriptor, signature, exceptions);
            return new Operation(method, changed -> {
                method.visitCode();
                if (name.equals("<init>")) {
                    constructor(method, descriptor, changed);
                } else {
                    operation(method, (access & ACC_STATIC) != 0, name, descriptor, changed);
                }
                method.visitMaxs(0, 0);
            });
        }

        /** Emits the body of a constructor. */
        protected abstract void constructor(MethodVisitor method, String descriptor, long changed);

        private void operation(MethodVisitor method, boolean isStatic, String name, String descriptor, long changed) {
            method.visitLdcInsn(Type.getObjectType(self));
            method.visitLdcInsn(name);
            method.visitLdcInsn(descriptor);
            method.visitLdcInsn(changed);
            if (isStatic) {
                method.visitInsn(ACONST_NULL);
            } else {
                method.visitVarInsn(ALOAD, 0);
            }
            pushArguments(method, descriptor, isStatic ? 0 : 1);
            method.visitMethodInsn(
                    INVOKESTATIC,
                    CALLS,
                    "invoke",
                    "(Ljava/lang/Class;Ljava/lang/String;Ljava/lang/String;JLjava/lang/Object;" + OBJECTS
                            + ")Ljava/lang/Object;",
                    false);
            Type result = Type.getReturnType(descriptor);
            if (result.getSort() == Type.VOID) {
                method.visitInsn(POP);
            } else {
                Boxes.unbox(method, result);
            }
            method.visitInsn(result.getOpcode(IRETURN));
        }

        /** Pushes owner, descriptor, the bits of changed parameters and the arguments of a constructor. */
        protected final void pushConstruction(MethodVisitor method, String descriptor, long changed) {
            method.visitLdcInsn(Type.getObjectType(self));
            method.visitLdcInsn(descriptor);
            method.visitLdcInsn(changed);
            pushArguments(method, descriptor, 1);
        }

        private static void pushArguments(MethodVisitor method, String descriptor, int first) {
            Type[] types = Type.getArgumentTypes(descriptor);
            method.visitLdcInsn(types.length);
            method.visitTypeInsn(ANEWARRAY, "java/lang/Object");
            int local = first;
            for (int k = 0; k < types.length; k++) {
                method.visitInsn(DUP);
                method.visitLdcInsn(k);
                method.visitVarInsn(types[k].getOpcode(ILOAD), local);
                Boxes.box(method, types[k]);
                method.visitInsn(AASTORE);
                local += types[k].getSize();
            }
        }

        /** Emits a public method that returns a field. */
        protected final void getter(String name, String descriptor) {
            MethodVisitor method = cv.visitMethod(ACC_PUBLIC, name, "()" + descriptor, null, null);
            method.visitCode();
            returnField(method, name, descriptor);
            method.visitMaxs(0, 0);
            method.visitEnd();
        }

        protected final void returnField(MethodVisitor method, String name, String descriptor) {
            method.visitVarInsn(ALOAD, 0);
            method.visitFieldInsn(GETFIELD, self, name, descriptor);
            method.visitInsn(Type.getType(descriptor).getOpcode(IRETURN));
        }
    }

    /** Keeps a method's parameters and annotations, drops its code and emits other code at the end. */
    private static final class Operation extends MethodVisitor {
        private interface Body {
            void emit(long changed);
        }

        private final MethodVisitor kept;
        private final Body body;
        private long changed;

        Operation(MethodVisitor kept, Body body) {
            super(ASM9);
            this.kept = kept;
            this.body = body;
        }

        @Override
        public void visitParameter(String name, int access) {
            kept.visitParameter(name, access);
        }

        @Override
        public AnnotationVisitor visitParameterAnnotation(int parameter, String descriptor, boolean visible) {
            if (descriptor.equals(CHANGED)) {
                changed |= 1L << parameter;
            }
            return kept.visitParameterAnnotation(parameter, descriptor, visible);
        }

        @Override
        public void visitEnd() {
            body.emit(changed);
            kept.visitEnd();
        }
    }

    private static final class InterfaceShape extends Shape {
        InterfaceShape(ClassWriter writer) {
            super(writer);
        }

        @Override
        protected @Nullable String marker() {
            return null;
        }

        @Override
        protected int access(int access) {
            return access;
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return (access & ACC_ABSTRACT) != 0
                    ? cv.visitMethod(access, name, descriptor, signature, exceptions)
                    : super.visitMethod(access, name, descriptor, signature, exceptions);
        }

        @Override
        protected void constructor(MethodVisitor method, String descriptor, long changed) {
            throw new IllegalStateException("an interface has no constructor");
        }
    }

    /** A class whose objects live on the other side; each object here knows its number there. */
    private final class ClassShape extends Shape {
        private final String parent;
        private final boolean isRoot;

        ClassShape(ClassWriter writer, String parent) {
            super(writer);
            this.parent = parent;
            this.isRoot = !isOfRoom(parent);
        }

        @Override
        protected String marker() {
            return Type.getInternalName(Remote.class);
        }

        @Override
        protected void constructor(MethodVisitor method, String descriptor, long changed) {
            int local = Type.getArgumentsAndReturnSizes(descriptor) >> 2;
            pushConstruction(method, descriptor, changed);
            method.visitMethodInsn(
                    INVOKESTATIC,
                    CALLS,
                    "construct",
                    "(Ljava/lang/Class;Ljava/lang/String;J" + OBJECTS + ")" + REF,
                    false);
            method.visitVarInsn(ASTORE, local);
            initialise(method, local);
            method.visitVarInsn(ALOAD, local);
            method.visitVarInsn(ALOAD, 0);
            method.visitMethodInsn(INVOKESTATIC, CALLS, "bind", "(" + REF + "Ljava/lang/Object;)V", false);
            method.visitInsn(RETURN);
        }

        private void initialise(MethodVisitor method, int local) {
            method.visitVarInsn(ALOAD, 0);
            if (!isRoot) {
                method.visitVarInsn(ALOAD, local);
                method.visitMethodInsn(INVOKESPECIAL, parent, "<init>", "(" + REF + ")V", false);
                return;
            }
            if (isThrowable(parent)) {
                method.visitVarInsn(ALOAD, local);
                method.visitMethodInsn(
                        INVOKEVIRTUAL, Type.getInternalName(Ref.class), "message", "()Ljava/lang/String;", false);
                method.visitMethodInsn(INVOKESPECIAL, parent, "<init>", "(Ljava/lang/String;)V", false);
            } else {
                method.visitMethodInsn(INVOKESPECIAL, parent, "<init>", "()V", false);
            }
            method.visitVarInsn(ALOAD, 0);
            method.visitVarInsn(ALOAD, local);
            method.visitFieldInsn(PUTFIELD, self, REF_FIELD, REF);
        }

        @Override
        public void visitEnd() {
            MethodVisitor method = cv.visitMethod(ACC_PUBLIC, "<init>", "(" + REF + ")V", null, null);
            method.visitCode();
            initialise(method, 1);
            method.visitInsn(RETURN);
            method.visitMaxs(0, 0);
            method.visitEnd();
            if (isRoot) {
                cv.visitField(ACC_PRIVATE | ACC_TRANSIENT, REF_FIELD, REF, null, null);
                getter(REF_FIELD, REF);
            }
            super.visitEnd();
        }
    }

    /** A record keeps its components here; constructors and declared operations run on the other side. */
    private static final class RecordShape extends Shape {
        private final List<String[]> components = new ArrayList<>();

        RecordShape(ClassWriter writer) {
            super(writer);
        }

        @Override
        protected String marker() {
            return Type.getInternalName(RemoteRecord.class);
        }

        @Override
        public RecordComponentVisitor visitRecordComponent(String name, String descriptor, @Nullable String signature) {
            components.add(new String[] {name, descriptor});
            return super.visitRecordComponent(name, descriptor, signature);
        }

        @Override
        public @Nullable FieldVisitor visitField(
                int access, String name, String descriptor, @Nullable String signature, @Nullable Object constant) {
            return (access & ACC_STATIC) == 0
                    ? cv.visitField(access & ~ACC_FINAL, name, descriptor, signature, constant)
                    : super.visitField(access, name, descriptor, signature, constant);
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            if (Set.of("equals(Ljava/lang/Object;)Z", "hashCode()I", "toString()Ljava/lang/String;")
                    .contains(name + descriptor)) {
                return cv.visitMethod(access, name, descriptor, signature, exceptions);
            }
            for (String[] component : components) {
                if (component[0].equals(name) && descriptor.equals("()" + component[1])) {
                    MethodVisitor method = cv.visitMethod(access, name, descriptor, signature, exceptions);
                    return new Operation(method, changed -> {
                        method.visitCode();
                        returnField(method, name, component[1]);
                        method.visitMaxs(0, 0);
                    });
                }
            }
            return super.visitMethod(access, name, descriptor, signature, exceptions);
        }

        @Override
        protected void constructor(MethodVisitor method, String descriptor, long changed) {
            int local = Type.getArgumentsAndReturnSizes(descriptor) >> 2;
            method.visitVarInsn(ALOAD, 0);
            method.visitMethodInsn(INVOKESPECIAL, "java/lang/Record", "<init>", "()V", false);
            pushConstruction(method, descriptor, changed);
            method.visitMethodInsn(
                    INVOKESTATIC,
                    CALLS,
                    "constructRecord",
                    "(Ljava/lang/Class;Ljava/lang/String;J" + OBJECTS + ")" + OBJECTS,
                    false);
            method.visitVarInsn(ASTORE, local);
            method.visitVarInsn(ALOAD, 0);
            method.visitLdcInsn(Type.getObjectType(self));
            method.visitMethodInsn(INVOKESTATIC, CALLS, "peer", "(Ljava/lang/Class;)" + PEER, false);
            method.visitFieldInsn(PUTFIELD, self, PEER_FIELD, PEER);
            fill(method, local);
            method.visitInsn(RETURN);
        }

        private void fill(MethodVisitor method, int local) {
            int k = 0;
            for (String[] component : components) {
                method.visitVarInsn(ALOAD, 0);
                method.visitVarInsn(ALOAD, local);
                method.visitLdcInsn(k++);
                method.visitInsn(AALOAD);
                Boxes.unbox(method, Type.getType(component[1]));
                method.visitFieldInsn(PUTFIELD, self, component[0], component[1]);
            }
        }

        @Override
        public void visitEnd() {
            cv.visitField(ACC_PRIVATE | ACC_TRANSIENT, PEER_FIELD, PEER, null, null);
            MethodVisitor method = cv.visitMethod(ACC_PUBLIC, "<init>", "(" + PEER + OBJECTS + ")V", null, null);
            method.visitCode();
            method.visitVarInsn(ALOAD, 0);
            method.visitMethodInsn(INVOKESPECIAL, "java/lang/Record", "<init>", "()V", false);
            method.visitVarInsn(ALOAD, 0);
            method.visitVarInsn(ALOAD, 1);
            method.visitFieldInsn(PUTFIELD, self, PEER_FIELD, PEER);
            fill(method, 2);
            method.visitInsn(RETURN);
            method.visitMaxs(0, 0);
            method.visitEnd();
            getter(PEER_FIELD, PEER);
            super.visitEnd();
        }
    }

    /** An enum has its own constants here, without the bodies that some may have. */
    private static final class EnumShape extends Shape {
        private final List<String> constants = new ArrayList<>();

        EnumShape(ClassWriter writer) {
            super(writer);
        }

        @Override
        protected @Nullable String marker() {
            return null;
        }

        @Override
        public void visitPermittedSubclass(String subclass) {}

        @Override
        public @Nullable FieldVisitor visitField(
                int access, String name, String descriptor, @Nullable String signature, @Nullable Object constant) {
            if ((access & ACC_ENUM) != 0) {
                constants.add(name);
                return cv.visitField(access, name, descriptor, signature, constant);
            }
            return super.visitField(access, name, descriptor, signature, constant);
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            boolean isGiven = (access & ACC_STATIC) != 0
                    && ((name.equals("values") && descriptor.startsWith("()"))
                            || (name.equals("valueOf") && descriptor.startsWith("(Ljava/lang/String;)")));
            if (isGiven) {
                return cv.visitMethod(access, name, descriptor, signature, exceptions);
            }
            return name.equals("<init>") ? null : super.visitMethod(access, name, descriptor, signature, exceptions);
        }

        @Override
        protected void constructor(MethodVisitor method, String descriptor, long changed) {
            throw new IllegalStateException("constants are made in the class initialiser");
        }

        @Override
        public void visitEnd() {
            String array = "[L" + self + ";";
            cv.visitField(ACC_PRIVATE | ACC_STATIC | ACC_SYNTHETIC, "$VALUES", array, null, null);
            MethodVisitor method = cv.visitMethod(ACC_PRIVATE, "<init>", "(Ljava/lang/String;I)V", null, null);
            method.visitCode();
            method.visitVarInsn(ALOAD, 0);
            method.visitVarInsn(ALOAD, 1);
            method.visitVarInsn(ILOAD, 2);
            method.visitMethodInsn(INVOKESPECIAL, "java/lang/Enum", "<init>", "(Ljava/lang/String;I)V", false);
            method.visitInsn(RETURN);
            method.visitMaxs(0, 0);
            method.visitEnd();

            method = cv.visitMethod(ACC_STATIC, "<clinit>", "()V", null, null);
            method.visitCode();
            method.visitLdcInsn(constants.size());
            method.visitTypeInsn(ANEWARRAY, self);
            for (int i = 0; i < constants.size(); i++) {
                method.visitInsn(DUP);
                method.visitLdcInsn(i);
                method.visitTypeInsn(NEW, self);
                method.visitInsn(DUP);
                method.visitLdcInsn(constants.get(i));
                method.visitLdcInsn(i);
                method.visitMethodInsn(INVOKESPECIAL, self, "<init>", "(Ljava/lang/String;I)V", false);
                method.visitInsn(DUP);
                method.visitFieldInsn(PUTSTATIC, self, constants.get(i), "L" + self + ";");
                method.visitInsn(AASTORE);
            }
            method.visitFieldInsn(PUTSTATIC, self, "$VALUES", array);
            method.visitInsn(RETURN);
            method.visitMaxs(0, 0);
            method.visitEnd();
            super.visitEnd();
        }
    }
}

package gradus.grader.author;

import gradus.grader.author.AutomaticMistake.Part;
import gradus.grader.author.AutomaticMistake.Returned;
import gradus.grader.room.RoomClasses;
import gradus.kit.NotAttempted;
import gradus.worker.LearnerLoader;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What a check can call and the learner writes: methods that others can see and the starter does not attempt. */
final class LearnerParts {
    private static final String NOT_ATTEMPTED = org.objectweb.asm.Type.getInternalName(NotAttempted.class);
    private static final int HIDDEN = Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC;

    private LearnerParts() {}

    /** All ways in which one of the methods can return what nobody should get marks for. */
    static List<AutomaticMistake> mistakes(RoomClasses classes) {
        LearnerLoader loader = new LearnerLoader(classes.fullReference(), classes.libraryLoader());
        List<AutomaticMistake> mistakes = new ArrayList<>();
        for (Part part : parts(classes)) {
            for (Returned returned : returned(method(loader, part))) {
                mistakes.add(new AutomaticMistake(part, returned));
            }
        }
        return mistakes;
    }

    private static Set<Part> parts(RoomClasses classes) {
        Set<Part> parts = new LinkedHashSet<>();
        classes.starter().forEach((name, bytes) -> {
            if (!name.matches(".*\\$\\d.*")) {
                new ClassReader(bytes).accept(new Finder(name, parts), ClassReader.SKIP_DEBUG);
            }
        });
        return parts;
    }

    private static Method method(LearnerLoader loader, Part part) {
        try {
            return Arrays.stream(Class.forName(part.className(), false, loader).getDeclaredMethods())
                    .filter(method -> method.getName().equals(part.method())
                            && org.objectweb.asm.Type.getMethodDescriptor(method)
                                    .equals(part.descriptor()))
                    .findFirst()
                    .orElseThrow();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Returned> returned(Method method) {
        List<Returned> returned = new ArrayList<>();
        Type type = method.getGenericReturnType();
        if (type == void.class) {
            return List.of(new Returned.Untouched());
        }
        if (!method.getReturnType().isPrimitive()) {
            returned.add(new Returned.Null());
        }
        Parameter[] parameters = method.getParameters();
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i].getParameterizedType().equals(type)) {
                returned.add(new Returned.Argument(i, parameters[i].getName()));
            }
        }
        RecordComponent[] components = method.getReturnType().getRecordComponents();
        for (WrongValue kind : WrongValue.values()) {
            if (components == null && kind.fits(type)) {
                returned.add(new Returned.Wrong(kind));
            }
            for (int i = 0; components != null && i < components.length; i++) {
                if (kind.fits(components[i].getGenericType())) {
                    returned.add(new Returned.WrongComponent(kind, components[i].getName()));
                }
            }
        }
        return returned;
    }

    private static final class Finder extends ClassVisitor {
        private final String className;
        private final Set<Part> parts;

        Finder(String className, Set<Part> parts) {
            super(Opcodes.ASM9);
            this.className = className;
            this.parts = parts;
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            if ((access & HIDDEN) != 0 || name.startsWith("<")) {
                return null;
            }
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitTypeInsn(int opcode, String type) {
                    if (opcode == Opcodes.NEW && type.equals(NOT_ATTEMPTED)) {
                        parts.add(new Part(className, name, descriptor));
                    }
                }
            };
        }
    }
}

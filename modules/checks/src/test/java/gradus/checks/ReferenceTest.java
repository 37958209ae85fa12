package gradus.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class ReferenceTest {
    @Test
    void withoutTheLabTheWorkJustRuns() {
        assertEquals(5, Reference.of(() -> 5));
    }

    @Test
    void underTheLabTheWorkGoesToItsSwitch() throws Exception {
        Callable<?> work = (Callable<?>) new Lab()
                .loadClass(Work.class.getName())
                .getDeclaredConstructor()
                .newInstance();

        assertInstanceOf(Lab.class, work.getClass().getClassLoader());
        assertEquals("reference: data", Reference.of(work));
    }

    @Test
    void exceptionsPassAsTheyAre() {
        IOException checked = new IOException("no file");
        IllegalStateException unchecked = new IllegalStateException("no model");

        assertSame(
                checked,
                assertThrows(
                        IOException.class,
                        () -> Reference.of(() -> {
                            throw checked;
                        })));
        assertSame(
                unchecked,
                assertThrows(
                        IllegalStateException.class,
                        () -> Reference.of(() -> {
                            throw unchecked;
                        })));
    }

    /** Part of a check, loaded by the lab. */
    public static final class Work implements Callable<String> {
        @Override
        public String call() {
            return "data";
        }
    }

    private static final class Lab extends ClassLoader implements Reference.Switch {
        Lab() {
            super(ReferenceTest.class.getClassLoader());
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T onReference(Callable<T> work) throws Exception {
            return (T) ("reference: " + work.call());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.equals(Work.class.getName())) {
                return super.loadClass(name, resolve);
            }
            try (InputStream in = ReferenceTest.class.getResourceAsStream("ReferenceTest$Work.class")) {
                byte[] code = in.readAllBytes();
                return defineClass(name, code, 0, code.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}

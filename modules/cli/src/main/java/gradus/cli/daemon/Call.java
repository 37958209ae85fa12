package gradus.cli.daemon;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A command as it was typed.
 *
 * @param arguments what stands after {@code gradus}
 * @param folder where it was typed; absolute
 * @param environment variables of the client
 * @param isTerminal whether somebody reads what is said
 * @param command how this lab is called there
 */
public record Call(
        List<String> arguments, Path folder, Map<String, String> environment, boolean isTerminal, String command) {

    /** What was typed to start this process. */
    public static Call typed(String[] arguments) {
        return new Call(
                List.of(arguments),
                Path.of("").toAbsolutePath(),
                System.getenv(),
                Boolean.getBoolean("gradus.terminal"),
                System.getProperty("gradus.command", "gradus"));
    }

    byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(arguments.size());
        for (String argument : arguments) {
            write(out, argument);
        }
        write(out, folder.toString());
        out.writeInt(environment.size());
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            write(out, variable.getKey());
            write(out, variable.getValue());
        }
        out.writeBoolean(isTerminal);
        write(out, command);
        return bytes.toByteArray();
    }

    /** @throws IOException if the bytes are none of a call */
    static Call of(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        List<String> arguments = new ArrayList<>();
        for (int n = in.readInt(); n > 0; n--) {
            arguments.add(read(in));
        }
        String folder = read(in);
        Map<String, String> environment = new HashMap<>();
        for (int n = in.readInt(); n > 0; n--) {
            environment.put(read(in), read(in));
        }
        return new Call(arguments, Path.of(folder), environment, in.readBoolean(), read(in));
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("this is no call");
        }
        byte[] bytes = in.readNBytes(length);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

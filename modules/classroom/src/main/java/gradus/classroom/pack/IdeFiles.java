package gradus.classroom.pack;

import gradus.grader.workspace.Workspace;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What lets an IDE open the workspace of a pack. The jars that it needs lie in the pack, and are named by their paths,
 * so that neither a repository nor a network is needed.
 *
 * <p>IntelliJ and Maven read the pom. Eclipse and VS Code would have to fetch Maven's plug-ins before they could, so
 * they have a project of their own beside it, and VS Code is told to take that one.
 */
final class IdeFiles {
    /** Where the class files of rooms lie that are not assigned. */
    static final String ROOMS = "libraries/rooms.jar";

    /** Jars of the lab that learners' files or checks use, with all that these stand on. */
    private static final List<String> OF_FILES = List.of(
            "gradus:datasets",
            "gradus:kit",
            "org.jspecify:jspecify",
            "de.siegmar:fastcsv",
            "org.knowm.xchart:xchart",
            "de.erichseifert.vectorgraphics2d:VectorGraphics2D",
            "com.helger.font:ph-fonts-source-sans-pro");

    private static final List<String> OF_CHECKS = List.of(
            "gradus:checks",
            "org.junit.jupiter:junit-jupiter-api",
            "org.junit.jupiter:junit-jupiter-engine",
            "org.junit.platform:junit-platform-commons",
            "org.junit.platform:junit-platform-engine",
            "org.junit.platform:junit-platform-launcher",
            "org.opentest4j:opentest4j",
            "org.apiguardian:apiguardian-api");

    private static final String DEPENDENCY = """
                <dependency>
                  <groupId>%s</groupId>
                  <artifactId>%s</artifactId>
                  <version>%s</version>%s
                  <scope>system</scope>
                  <systemPath>${pack}/%s</systemPath>
                </dependency>
            """;

    private static final String PROJECT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <projectDescription>
              <name>%s</name>
              <buildSpec>
                <buildCommand>
                  <name>org.eclipse.jdt.core.javabuilder</name>
                </buildCommand>
              </buildSpec>
              <natures>
                <nature>org.eclipse.jdt.core.javanature</nature>
              </natures>
            </projectDescription>
            """;

    private static final String JAVA = """
            eclipse.preferences.version=1
            org.eclipse.jdt.core.compiler.codegen.targetPlatform=17
            org.eclipse.jdt.core.compiler.compliance=17
            org.eclipse.jdt.core.compiler.release=enabled
            org.eclipse.jdt.core.compiler.source=17
            """;

    private static final String ENCODING = """
            eclipse.preferences.version=1
            encoding/<project>=UTF-8
            """;

    private static final String VSCODE = """
            {
              "java.import.maven.enabled": false
            }
            """;

    /** A jar as Maven names it, and where it lies in the pack. */
    private record Jar(
            String group, String artifact, String version, String classifier, String path, boolean forChecks) {
        String name() {
            return group + ":" + artifact + ":" + classifier;
        }

        String inPom() {
            String kind = classifier.isEmpty() ? "" : "\n      <classifier>" + classifier + "</classifier>";
            return String.format(DEPENDENCY, group, artifact, version, kind, path);
        }

        String inClasspath() {
            String entry = "  <classpathentry kind=\"lib\" path=\"../" + path + "\"";
            return entry + (forChecks ? ">\n" + attribute("test") + "  </classpathentry>\n" : "/>\n");
        }
    }

    private final Map<String, Jar> jars = new LinkedHashMap<>();

    /**
     * Adds what learners use of the lab.
     *
     * @param folder of the jars
     * @param names of all jars there
     */
    void addLab(String folder, Collection<String> names) {
        OF_FILES.forEach(name -> addLab(folder, names, name, false));
        OF_CHECKS.forEach(name -> addLab(folder, names, name, true));
    }

    private void addLab(String folder, Collection<String> names, String name, boolean forChecks) {
        String[] parts = name.split(":", 2);
        Pattern file = Pattern.compile(Pattern.quote(parts[1]) + "-(\\d.*)\\.jar");
        Matcher found = names.stream()
                .map(file::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " is not among " + names));
        add(new Jar(parts[0], parts[1], found.group(1), "", folder + "/" + found.group(), forChecks));
    }

    /** Adds the class files of rooms that are not assigned. */
    void addRooms(String version) {
        add(new Jar("gradus", "rooms", version, "", ROOMS, false));
    }

    /**
     * Adds a library of a room.
     *
     * @param repository folder that is laid out as Maven's repository
     * @param path of the jar in it
     */
    void addLibrary(String repository, String path) {
        List<String> folders = List.of(path.split("/"));
        int last = folders.size() - 1;
        String artifact = folders.get(last - 2);
        String version = folders.get(last - 1);
        String classifier =
                folders.get(last).substring((artifact + "-" + version).length()).replaceFirst("^-?(.*)\\.jar$", "$1");
        String group = String.join(".", folders.subList(0, last - 2));
        add(new Jar(group, artifact, version, classifier, repository + "/" + path, false));
    }

    private void add(Jar jar) {
        jars.putIfAbsent(jar.name(), jar);
    }

    /**
     * Puts the files into a pack.
     *
     * @param name of the pack: Eclipse takes no two projects of one name
     */
    void putInto(Contents contents, String name) {
        contents.put("workspace/pom.xml", pom());
        contents.put("workspace/.project", String.format(PROJECT, name.replaceAll("[^A-Za-z0-9._-]", "-")));
        contents.put("workspace/.classpath", classpath());
        contents.put("workspace/.settings/org.eclipse.jdt.core.prefs", JAVA);
        contents.put("workspace/.settings/org.eclipse.core.resources.prefs", ENCODING);
        // For those who open the folder of the pack rather than the workspace in it.
        for (String folder : List.of("", "workspace/")) {
            contents.put(folder + ".vscode/settings.json", VSCODE);
        }
    }

    private String pom() {
        String dependencies = jars.values().stream().map(Jar::inPom).collect(Collectors.joining());
        return Workspace.pom()
                .replace("  </properties>\n", "    <pack>${project.basedir}/..</pack>\n  </properties>\n")
                .replaceFirst(
                        "(?s)  <dependencyManagement>.*</dependencies>\n",
                        Matcher.quoteReplacement("  <dependencies>\n" + dependencies + "  </dependencies>\n"));
    }

    private String classpath() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <classpath>
                  <classpathentry kind="src" path="src">
                %s  </classpathentry>
                  <classpathentry kind="src" path="checks" output="target/test-classes">
                %s  </classpathentry>
                  <classpathentry kind="con" path="org.eclipse.jdt.launching.JRE_CONTAINER/org.eclipse.jdt.internal.debug.ui.launcher.StandardVMType/JavaSE-17"/>
                %s  <classpathentry kind="output" path="target/classes"/>
                </classpath>
                """.formatted(
                        attribute("optional"),
                        attribute("optional", "test"),
                        jars.values().stream().map(Jar::inClasspath).collect(Collectors.joining()));
    }

    /** What a part of the class path is: folders that come with the first room are optional. */
    private static String attribute(String... names) {
        return List.of(names).stream()
                .map(name -> "      <attribute name=\"" + name + "\" value=\"true\"/>\n")
                .collect(Collectors.joining("", "    <attributes>\n", "    </attributes>\n"));
    }
}

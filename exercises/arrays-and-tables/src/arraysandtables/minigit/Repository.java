package arraysandtables.minigit;

import gradus.kit.Require;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Versions of files, in memory. Everything is kept under its id, so that what is equal is kept once. A branch is a name
 * for a commit; it moves on when a commit is made on it.
 *
 * <p>Source: S. Chacon and B. Straub, <i>Pro Git</i>, 2nd ed., Apress 2014, §10.2 and §10.3.
 */
public final class Repository {
    private final Map<String, byte[]> blobs = new HashMap<>();
    private final Map<String, List<Entry>> trees = new HashMap<>();
    private final Map<String, Commit> commits = new HashMap<>();

    /** For each branch the id of its newest commit. A branch without commits is not in it. */
    private final Map<String, String> branches = new TreeMap<>();

    private String current = "main";

    /** The branch that the next commit goes to; at first {@code main}. */
    public String current() {
        return current;
    }

    /** For each branch that has one, its newest commit. */
    public Map<String, String> branches() {
        return new TreeMap<>(branches);
    }

    /** How many different contents, folders and commits are kept. */
    public int nObjects() {
        return blobs.size() + trees.size() + commits.size();
    }

    /**
     * A commit that was made here.
     *
     * @throws IllegalArgumentException if there is none with this id
     */
    public Commit read(String id) {
        Commit commit = commits.get(id);
        Require.that(commit != null, "id must be that of a commit, but was %s", id);
        return java.util.Objects.requireNonNull(commit);
    }

    /**
     * Keeps all files: their contents, and a tree for each folder, from the innermost ones outward.
     *
     * @param files content by path, for example {@code src/Main.java}; no path is the beginning of another with a /
     *     behind it
     * @return id of the tree of the outermost folder
     */
    public String snapshot(Map<String, String> files) {
        // begin solution: files without / are entries; collect the others by first folder, and snapshot each folder
        List<Entry> entries = new ArrayList<>();
        Map<String, Map<String, String>> folders = new TreeMap<>();
        files.forEach((path, text) -> {
            int slash = path.indexOf('/');
            if (slash < 0) {
                byte[] content = Objects.bytes(text);
                String id = Objects.blobId(content);
                blobs.put(id, content);
                entries.add(new Entry(path, false, id));
            } else {
                folders.computeIfAbsent(path.substring(0, slash), name -> new TreeMap<>())
                        .put(path.substring(slash + 1), text);
            }
        });
        folders.forEach((name, inside) -> entries.add(new Entry(name, true, snapshot(inside))));
        String id = Objects.id("tree", Objects.tree(entries));
        trees.put(id, entries);
        return id;
        // end solution
    }

    /**
     * The files as they were in a version.
     *
     * @param commit id of a commit
     * @return content by path
     */
    public Map<String, String> files(String commit) {
        Map<String, String> files = new TreeMap<>();
        collect("", read(commit).tree(), files);
        return files;
    }

    private void collect(String folder, String tree, Map<String, String> files) {
        // begin solution: put each file of the tree into files, below its folder; go into each folder of it
        for (Entry entry : trees.getOrDefault(tree, List.of())) {
            String path = folder + entry.name();
            if (entry.isFolder()) {
                collect(path + "/", entry.id(), files);
            } else {
                files.put(path, text(entry.id()));
            }
        }
        // end solution
    }

    /** What a file holds. */
    private String text(String blob) {
        return new String(blobs.getOrDefault(blob, new byte[0]), StandardCharsets.UTF_8);
    }

    /**
     * Makes a version of all files on the current branch, and moves the branch to it.
     *
     * @param files all of them, not only those that changed
     * @param merged ids of commits whose changes it brings in; none unless it is a merge. They become parents behind
     *     the commit that the branch was at
     * @return its id
     */
    public String commit(Map<String, String> files, Author author, String message, List<String> merged) {
        // begin solution: the first parent is where the branch is, if anywhere; keep the commit, and move the branch
        List<String> parents = new ArrayList<>();
        if (branches.containsKey(current)) {
            parents.add(branches.get(current));
        }
        parents.addAll(merged);
        Commit commit = new Commit(snapshot(files), parents, author, message);
        String id = Objects.id("commit", Objects.commit(commit));
        commits.put(id, commit);
        branches.put(current, id);
        return id;
        // end solution
    }

    /**
     * Begins a branch at the newest commit of the current one. The current branch stays the current one.
     *
     * @throws IllegalArgumentException if there is such a branch, or no commit yet
     */
    public void branch(String name) {
        Require.that(!branches.containsKey(name), "name must be new, but there is a branch %s", name);
        Require.that(branches.containsKey(current), "the branch %s must have a commit, but has none", current);
        // begin solution: one more name for the same commit
        branches.put(name, branches.getOrDefault(current, ""));
        // end solution
    }

    /**
     * Makes another branch the current one.
     *
     * @throws IllegalArgumentException if there is no such branch
     */
    public void switchTo(String name) {
        Require.that(branches.containsKey(name), "name must be that of a branch, but was %s", name);
        // begin solution: remember it
        current = name;
        // end solution
    }

    /** The versions of the current branch, newest first: from each commit on to its first parent. */
    public List<String> log() {
        // begin solution: begin where the branch is, and go on as long as there is a parent
        List<String> log = new ArrayList<>();
        String id = branches.get(current);
        while (id != null) {
            log.add(id);
            List<String> parents = read(id).parents();
            id = parents.isEmpty() ? null : parents.get(0);
        }
        return log;
        // end solution
    }
}

package gradus.classroom.intake;

import gradus.classroom.intake.PersonFolder.Unacceptable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * A person's clone of a repository, as it was at a time. JGit reads it, which runs nothing that a repository's own
 * configuration names.
 */
final class GitClone {
    private GitClone() {}

    static boolean isOne(Path folder) {
        return Files.exists(folder.resolve(".git")) || isBare(folder);
    }

    private static boolean isBare(Path folder) {
        return Files.isRegularFile(folder.resolve("HEAD")) && Files.isDirectory(folder.resolve("objects"));
    }

    /**
     * The files of the last commit until a time on the branch that is checked out.
     *
     * @param until nothing later counts
     * @throws Unacceptable if there is none, or too much in it
     */
    static Handed.Files read(Path folder, String label, Instant until) throws IOException {
        Path git = isBare(folder) ? folder : folder.resolve(".git");
        try (Repository repository =
                        new FileRepositoryBuilder().setGitDir(git.toFile()).build();
                RevWalk walk = new RevWalk(repository)) {
            ObjectId head = repository.resolve("HEAD");
            if (head == null) {
                throw new Unacceptable("the repository has no commit");
            }
            RevCommit commit = walk.parseCommit(head);
            Instant committed = commit.getCommitterIdent().getWhenAsInstant();
            while (committed.isAfter(until)) {
                if (commit.getParentCount() == 0) {
                    throw new Unacceptable("no commit is from before " + until);
                }
                commit = walk.parseCommit(commit.getParent(0));
                committed = commit.getCommitterIdent().getWhenAsInstant();
            }
            return new Handed.Files(
                    label,
                    files(repository, commit),
                    committed,
                    "git commit " + commit.name() + ", its time as the committer's machine had it");
        }
    }

    private static SortedMap<String, byte[]> files(Repository repository, RevCommit commit) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        long bytes = 0;
        try (TreeWalk tree = new TreeWalk(repository)) {
            tree.addTree(commit.getTree());
            tree.setRecursive(true);
            while (tree.next()) {
                FileMode mode = tree.getFileMode(0);
                String path = tree.getPathString();
                if (mode == FileMode.GITLINK) {
                    continue;
                } else if (mode == FileMode.SYMLINK) {
                    throw new Unacceptable(path + " is a link");
                } else if (files.size() == Limits.FILES) {
                    throw new Unacceptable("it has more than " + Limits.FILES + " files");
                }
                ObjectLoader loader = repository.open(tree.getObjectId(0));
                bytes += loader.getSize();
                if (bytes > Limits.BYTES) {
                    throw new Unacceptable("it has " + Limits.tooLarge());
                }
                files.put(path, loader.getBytes(Limits.BYTES));
            }
        }
        return files;
    }
}

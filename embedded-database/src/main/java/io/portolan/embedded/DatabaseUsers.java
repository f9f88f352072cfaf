package io.portolan.embedded;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The two users of an embedded server. Their passwords are generated once and stored beside the data. */
record DatabaseUsers(DatabaseUser owner, DatabaseUser app) {
    private static final String OWNER = "portolan_owner";
    private static final String APP = "portolan";
    private static final int PASSWORD_BYTES = 24;

    static DatabaseUsers loadOrCreate(Path file) throws IOException {
        Properties passwords = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                passwords.load(reader);
            }
        } else {
            passwords.setProperty(OWNER, randomPassword());
            passwords.setProperty(APP, randomPassword());
            save(passwords, file);
        }
        return new DatabaseUsers(
                new DatabaseUser(OWNER, passwords.getProperty(OWNER)),
                new DatabaseUser(APP, passwords.getProperty(APP)));
    }

    private static void save(Properties passwords, Path file) throws IOException {
        Path complete = file.resolveSibling(file.getFileName() + ".new");
        try (Writer writer = Files.newBufferedWriter(complete)) {
            passwords.store(writer, "the users of the embedded MariaDB");
        }
        Files.move(complete, file);
    }

    private static String randomPassword() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}

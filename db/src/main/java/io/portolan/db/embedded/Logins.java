package io.portolan.db.embedded;

import io.portolan.db.Login;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The two users of an embedded server. Their passwords are drawn once and kept beside the data. */
record Logins(Login owner, Login app) {
    private static final String OWNER = "portolan_owner";
    private static final String APP = "portolan";
    private static final int PASSWORD_BYTES = 24;

    static Logins loadOrCreate(Path file) throws IOException {
        Properties kept = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                kept.load(reader);
            }
        } else {
            kept.setProperty(OWNER, randomPassword());
            kept.setProperty(APP, randomPassword());
            save(kept, file);
        }
        return new Logins(new Login(OWNER, kept.getProperty(OWNER)), new Login(APP, kept.getProperty(APP)));
    }

    private static void save(Properties passwords, Path file) throws IOException {
        Path written = file.resolveSibling(file.getFileName() + ".new");
        try (Writer writer = Files.newBufferedWriter(written)) {
            passwords.store(writer, "the users of the embedded MariaDB");
        }
        Files.move(written, file);
    }

    private static String randomPassword() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}

package io.portolan.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.db.testing.TestDatabase;
import io.portolan.db.testing.TestFolders;
import io.portolan.db.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** jOOQ's classes are committed; this keeps them true to the migrations, and writes them again on request. */
class GeneratedClassesIT {
    private static final String REFRESH = "mvn -pl db verify -Pjooq";
    private static final Path COMMITTED = Path.of("src/main/generated");

    @TempDir
    private Path fresh;

    @Test
    void theCommittedClassesAreThoseOfTheMigratedSchema() throws Exception {
        try (TestDatabase db = TestDatabase.on(TestServer.MARIADB)) {
            CodeGeneration.generate(db.url(), db.owner(), db.name(), fresh);
        }
        if (Boolean.getBoolean("jooq.refresh")) {
            replaceCommitted();
        }

        assertThat(filesIn(COMMITTED))
                .as("the generated classes are not those of the migrations; refresh them with: " + REFRESH)
                .isEqualTo(filesIn(fresh));
    }

    private void replaceCommitted() throws IOException {
        TestFolders.delete(COMMITTED);
        for (Map.Entry<Path, String> file : filesIn(fresh).entrySet()) {
            Path target = COMMITTED.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue());
        }
    }

    private static Map<Path, String> filesIn(Path folder) throws IOException {
        Map<Path, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file), Files.readString(file));
            }
        }
        return files;
    }
}

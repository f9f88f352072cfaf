package io.portolan.simulators.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {

    private static final String INSERT = "insert into setting (name, value) values (?, ?)";

    @TempDir
    Path folder;

    @Test
    void remembersAfterReopening() {
        try (var store = open()) {
            store.write(sql -> sql.update(INSERT, "a", "1"));
        }

        try (var store = open()) {
            assertThat(count(store)).isEqualTo(1);
        }
    }

    @Test
    void leavesNothingOfATransactionThatFails() {
        try (var store = open()) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> store.write(sql -> {
                        sql.update(INSERT, "a", "1");
                        throw new IllegalStateException("on purpose");
                    }));

            assertThat(count(store)).isZero();
        }
    }

    @Test
    void keepsTheOthersOfACommitWhenOneFails() {
        try (var store = open()) {
            var writes = IntStream.range(0, 300)
                    .mapToObj(i -> store.submit(sql -> sql.update(INSERT, "name" + i / 2, "1")))
                    .toArray(CompletableFuture<?>[]::new);

            assertThat(IntStream.range(0, 300).filter(i -> succeeds(writes[i]))).hasSize(150);
            assertThat(count(store)).isEqualTo(150);
        }
    }

    @Test
    void doesNotLetAReaderWrite() {
        try (var store = open()) {
            assertThatExceptionOfType(StoreFailure.class)
                    .isThrownBy(() -> store.read(sql -> sql.update(INSERT, "a", "1")));
        }
    }

    @Test
    void isAsDurableAsItSays() {
        try (var store = open()) {
            var mode = store.write(sql -> sql.first("pragma journal_mode", row -> row.getString(1)));
            var synchronous = store.write(sql -> sql.number("pragma synchronous"));

            assertThat(mode).contains("wal");
            assertThat(synchronous).as("FULL").isEqualTo(2);
        }
    }

    @Test
    void rejectsWritesOnceItIsClosed() {
        var store = open();
        store.close();

        assertThatExceptionOfType(StoreFailure.class).isThrownBy(() -> store.write(sql -> 1));
    }

    private Store open() {
        return Store.open(folder.resolve("sim.db"));
    }

    private static long count(Store store) {
        return store.read(sql -> sql.number("select count(*) from setting"));
    }

    private static boolean succeeds(CompletableFuture<?> write) {
        return write.handle((result, failure) -> failure == null).join();
    }
}

package io.portolan.demo.orders;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a file of orders (RFC 4180, UTF-8 with or without a byte order mark, a header row). Either all of it is valid, or all errors are reported. */
public final class OrderFile {
    private static final int LARGEST = 16 * 1024 * 1024;
    private static final int MOST_ROWS = 20_000;
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String WHOLE_ROW = "";
    // Empty lines count, so that a row's line number is known.
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(false)
            .setIgnoreSurroundingSpaces(true)
            .get();

    private final List<CellError> errors = new ArrayList<>();
    private final List<DemoOrder> orders = new ArrayList<>();
    private final Map<String, Long> lineByReference = new HashMap<>();

    private OrderFile() {}

    /**
     * Every order of the file, in its order.
     *
     * @throws OrderFileRejected if anything in it is wrong, with all that is
     */
    public static List<DemoOrder> read(Path file) throws OrderFileRejected {
        var reading = new OrderFile();
        try (CSVParser parser = FORMAT.parse(new StringReader(text(file)))) {
            reading.readRows(parser);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", impossible);
        }
        if (reading.orders.isEmpty() && reading.errors.isEmpty()) {
            throw rejected(1, "the file contains no orders; add one row per order below the header");
        }
        if (!reading.errors.isEmpty()) {
            throw new OrderFileRejected(reading.errors);
        }
        return List.copyOf(reading.orders);
    }

    private static String text(Path file) throws OrderFileRejected {
        try {
            if (Files.size(file) > LARGEST) {
                throw rejected(1, "the file is larger than 16 MiB; split it");
            }
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException _) {
            throw rejected(1, "the file is not in UTF-8; save it as \"CSV UTF-8\"");
        } catch (NoSuchFileException _) {
            throw rejected(1, "file " + file + " does not exist; choose another");
        } catch (IOException unreadable) {
            throw rejected(1, "%s cannot be read (%s); check its permissions".formatted(file, unreadable));
        }
    }

    private void readRows(CSVParser parser) throws OrderFileRejected {
        Iterator<CSVRecord> records = parser.iterator();
        Map<OrderColumn, Integer> places = Map.of();
        // Read before the look ahead, which counts the next record's lines too.
        long line = parser.getCurrentLineNumber() + 1;
        while (hasNext(records, line)) {
            CSVRecord row = records.next();
            if (row.getRecordNumber() == 1) {
                places = readHeader(row);
            } else if (!isEmptyLine(row)) {
                readRow(line, row, places);
            }
            line = parser.getCurrentLineNumber() + 1;
        }
        if (places.isEmpty()) {
            throw rejected(1, "the file is empty; begin it with the header " + String.join(",", OrderColumn.headers()));
        }
    }

    private boolean hasNext(Iterator<CSVRecord> records, long line) throws OrderFileRejected {
        try {
            return records.hasNext();
        } catch (UncheckedIOException broken) {
            errors.add(
                    new CellError(
                            line,
                            WHOLE_ROW,
                            "the quotes are not closed or are followed by something; put the whole field in quotes and double those within it"));
            throw new OrderFileRejected(errors);
        }
    }

    private Map<OrderColumn, Integer> readHeader(CSVRecord row) throws OrderFileRejected {
        Map<OrderColumn, Integer> places = new HashMap<>();
        for (int place = 0; place < row.size(); place++) {
            String header = row.get(place);
            var column = Stream.of(OrderColumn.values())
                    .filter(known -> known.header().equals(header))
                    .findFirst();
            if (column.isEmpty()) {
                errors.add(new CellError(1, header, "unknown column; remove it or correct its name"));
            } else if (places.put(column.get(), place) != null) {
                errors.add(new CellError(1, header, "duplicate column; remove one"));
            }
        }
        Stream.of(OrderColumn.values())
                .filter(column -> !places.containsKey(column))
                .forEach(column -> errors.add(new CellError(1, column.header(), "the column is missing; add it")));
        if (!errors.isEmpty()) {
            throw new OrderFileRejected(errors);
        }
        return places;
    }

    private void readRow(long line, CSVRecord row, Map<OrderColumn, Integer> places) throws OrderFileRejected {
        if (lineByReference.size() == MOST_ROWS) {
            throw rejected(line, "the file has more than %d orders; split it".formatted(MOST_ROWS));
        }
        if (row.size() != places.size()) {
            String detail =
                    "the row has %d fields where the header has %d; is a comma missing, too many, or not in quotes?"
                            .formatted(row.size(), places.size());
            errors.add(new CellError(line, WHOLE_ROW, detail));
            return;
        }
        String reference = row.get(placeOf(places, OrderColumn.ORDER_REFERENCE));
        Long earlier = lineByReference.putIfAbsent(reference, line);
        if (earlier != null) {
            String detail = "%s is already used in line %d; choose another".formatted(reference, earlier);
            errors.add(new CellError(line, OrderColumn.ORDER_REFERENCE.header(), detail));
        }
        new RowReader(line, column -> row.get(placeOf(places, column)), errors)
                .read()
                .ifPresent(orders::add);
    }

    private static boolean isEmptyLine(CSVRecord row) {
        return row.size() == 1 && row.get(0).isEmpty();
    }

    private static OrderFileRejected rejected(long line, String detail) {
        return new OrderFileRejected(List.of(new CellError(line, WHOLE_ROW, detail)));
    }

    /** The header was found complete before any row is read. */
    private static int placeOf(Map<OrderColumn, Integer> places, OrderColumn column) {
        return Objects.requireNonNull(places.get(column));
    }
}

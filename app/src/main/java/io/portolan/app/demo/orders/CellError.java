package io.portolan.app.demo.orders;

/** Something wrong with the file, by the line in which its row begins and its column, and what to change. */
public record CellError(long line, String column, String detail) implements Comparable<CellError> {
    @Override
    public int compareTo(CellError other) {
        return Long.compare(line, other.line);
    }

    @Override
    public String toString() {
        String where = column.isEmpty() ? "" : ", column " + column;
        return "line " + line + where + ": " + detail;
    }
}

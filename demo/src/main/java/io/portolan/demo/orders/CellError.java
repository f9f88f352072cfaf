package io.portolan.demo.orders;

/** An error in the file: the line in which its row begins, its column, what is wrong and what to change. */
public record CellError(long lineNumber, String column, String detail) implements Comparable<CellError> {
    @Override
    public int compareTo(CellError other) {
        return Long.compare(lineNumber, other.lineNumber);
    }

    @Override
    public String toString() {
        String where = column.isEmpty() ? "" : ", column " + column;
        return "line " + lineNumber + where + ": " + detail;
    }
}

package id.balairung.dashboard;

/**
 * A report's file.
 *
 * @param name its name, with its ending
 * @param format what it is
 * @param content its bytes
 */
public record PeriodReportFile(String name, Format format, byte[] content) {

    /** What a report can be had as. */
    public enum Format {
        /** To be printed and filed. */
        PDF("pdf"),
        /** To be reckoned with. */
        XLSX("xlsx");

        private final String code;

        Format(String code) {
            this.code = code;
        }

        /** The file's ending, and the column in which it is kept. */
        public String code() {
            return code;
        }
    }
}

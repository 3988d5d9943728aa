package id.balairung.dashboard;

/** Writes reports. The same report always gives the same bytes. */
public interface ReportPress {

    /** To be printed and filed. */
    byte[] pdf(PeriodReport report);

    /** To be reckoned with: it holds whatever the paper tells. */
    byte[] xlsx(PeriodReport report);
}

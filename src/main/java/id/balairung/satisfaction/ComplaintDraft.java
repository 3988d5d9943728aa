package id.balairung.satisfaction;

import id.balairung.common.InputCheck;
import id.balairung.common.TypedText;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A complaint's part of a follow-up as it was filled in. Its time limit is not filled in: it follows from class and day.
 *
 * @param complaintClass how it is dealt with; null when none was chosen
 * @param receivedOn on which day it came in; null when none was chosen
 * @param laporReference its number at LAPOR!; may be empty
 */
public record ComplaintDraft(
        @Nullable ComplaintClass complaintClass, @Nullable LocalDate receivedOn, TypedText laporReference) {

    /** Of the number at LAPOR!, in characters. */
    public static final int LONGEST_REFERENCE = 40;

    InputCheck check(InputCheck faults, LocalDate today) {
        return faults.that(complaintClass != null, "complaintClass", "common.refused.missing")
                .that(receivedOn != null, "receivedOn", "common.refused.missing")
                .that(
                        receivedOn == null || !receivedOn.isAfter(today) && !receivedOn.isBefore(today.minusYears(1)),
                        "receivedOn",
                        "satisfaction.refused.received-on")
                .optionalWords(laporReference, LONGEST_REFERENCE, "laporReference")
                .that(
                        laporReference.text().matches("[\\w#./ -]*"),
                        "laporReference",
                        "satisfaction.refused.lapor-reference");
    }
}

package id.balairung.intake.ui;

import id.balairung.queue.WaitEstimate;
import java.util.List;

/**
 * What is said of a wait, in no language yet.
 *
 * @param key the text
 * @param minutes the minutes that it tells; empty when there is no range
 */
record EstimateText(String key, List<Long> minutes) {

    /** A few words for a list whose head says what they are about. */
    static EstimateText brief(WaitEstimate estimate) {
        return switch (estimate) {
            case WaitEstimate.Range range -> of("intake.estimate.brief", range);
            case WaitEstimate.TooLittleData unknown -> new EstimateText("intake.estimate.brief-unknown", List.of());
            case WaitEstimate.NoCounter closed -> new EstimateText("intake.estimate.brief-no-counter", List.of());
        };
    }

    /** Says by itself what it is about. */
    static EstimateText whole(WaitEstimate estimate) {
        return switch (estimate) {
            case WaitEstimate.Range range -> of("intake.estimate.whole", range);
            case WaitEstimate.TooLittleData unknown -> new EstimateText("intake.estimate.whole-unknown", List.of());
            case WaitEstimate.NoCounter closed -> new EstimateText("intake.estimate.whole-no-counter", List.of());
        };
    }

    Object[] facts() {
        return minutes.toArray();
    }

    private static EstimateText of(String key, WaitEstimate.Range range) {
        return new EstimateText(
                key, List.of(range.from().toMinutes(), range.to().toMinutes()));
    }
}

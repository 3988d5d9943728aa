package id.balairung.agency;

import java.time.Duration;

/**
 * A service to be offered.
 *
 * @param letter its letter within the agency, A to Z
 * @param nameIndonesian its name in Indonesian
 * @param nameEnglish its name in English
 * @param targetWait the published target wait, whole minutes
 * @param targetService the published target service time, whole minutes
 */
public record NewService(
        String letter, String nameIndonesian, String nameEnglish, Duration targetWait, Duration targetService) {

    /** Checks the letter and the targets. */
    public NewService {
        if (letter.length() != 1 || letter.charAt(0) < 'A' || letter.charAt(0) > 'Z') {
            throw new IllegalArgumentException("A service has one letter, not " + letter);
        }
        if (targetWait.toMinutes() < 1 || targetService.toMinutes() < 1) {
            throw new IllegalArgumentException("Targets are at least a minute");
        }
    }
}

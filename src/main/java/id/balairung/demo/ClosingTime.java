package id.balairung.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** From closing time on looks whether the last officer has gone, and then ends the agency's agenda. */
final class ClosingTime implements Agenda.Step {

    private static final Duration LOOK_AGAIN = Duration.ofMinutes(2);

    private final Agenda agenda;
    private final List<OfficerPlayer> officers;

    ClosingTime(Agenda agenda, List<OfficerPlayer> officers) {
        this.agenda = agenda;
        this.officers = officers;
    }

    @Override
    public void take(Instant now) {
        if (officers.stream().allMatch(OfficerPlayer::isOff)) {
            agenda.close();
        } else {
            agenda.at(now.plus(LOOK_AGAIN), this);
        }
    }
}

package id.balairung.satisfaction.ui;

import id.balairung.queue.TicketId;
import id.balairung.satisfaction.Invitation;
import id.balairung.satisfaction.Pad;
import id.balairung.satisfaction.PadNow;
import id.balairung.satisfaction.PairingResult;
import id.balairung.satisfaction.RatingPads;
import id.balairung.satisfaction.SkmForm;
import id.balairung.satisfaction.ui.RatingPaper.Page;
import id.balairung.satisfaction.ui.RatingPaper.Place;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The rating pad: the same plain pages, on a tablet at a counter. It sleeps until a service is finished there, asks, thanks, and goes
 * back to sleep by itself. Who it is it shows by a cookie that no script can read and no other site can send.
 */
@Controller
@RequestMapping(PadPages.ROOT)
class PadPages {

    static final String ROOT = "/papan-nilai";

    private static final Place HOME = new Place(ROOT, true);
    /** Its value is the pad's secret. */
    static final String COOKIE = "balairung-pad";

    private static final Duration KEPT = Duration.ofDays(400);

    private final RatingPads pads;
    private final VisitorGate gate;
    private final RatingPaper paper;
    private final PadNews news;

    PadPages(RatingPads pads, VisitorGate gate, RatingPaper paper, PadNews news) {
        this.pads = pads;
        this.gate = gate;
        this.paper = paper;
        this.news = news;
    }

    @GetMapping
    ModelAndView home(
            @CookieValue(name = COOKIE, defaultValue = "") String secret,
            HttpServletRequest request,
            HttpServletResponse response) {
        Words words = paper.words("");
        return gate.letPad(request, secret, () -> pads.now(secret), now -> !(now instanceof PadNow.Parted))
                .map(now -> switch (now) {
                    case PadNow.Parted parted -> paper.unpaired(words, HttpStatus.OK, "");
                    case PadNow.Asleep asleep -> paper.asleep(words);
                    case PadNow.Asks asks -> paper.sent(words, place(asks.ticket()));
                })
                .orElseGet(() -> paper.busy(words, HOME))
                .to(response);
    }

    @PostMapping
    ModelAndView pair(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        Words words = paper.words("");
        return gate.tryCode(
                        request,
                        () -> pads.pair(code),
                        answer -> answer instanceof PairingResult.Wrong,
                        PairingResult.Paused::new)
                .map(result -> switch (result) {
                    case PairingResult.Paired(String secret) -> {
                        response.addHeader(HttpHeaders.SET_COOKIE, cookie(secret, request.isSecure()));
                        yield paper.sent(words, HOME);
                    }
                    case PairingResult.Wrong wrong ->
                        paper.unpaired(words, HttpStatus.UNPROCESSABLE_CONTENT, "rating.pad.wrong-code");
                    case PairingResult.Paused paused ->
                        paper.unpaired(words, HttpStatus.TOO_MANY_REQUESTS, "rating.pad.paused");
                })
                .orElseGet(() -> paper.busy(words, HOME))
                .to(response);
    }

    /** Says what the pad should show, as it changes. A pad that isn't paired gets nothing, and asks no more. */
    @GetMapping("/kabar")
    ResponseEntity<SseEmitter> news(
            @CookieValue(name = COOKIE, defaultValue = "") String secret, HttpServletRequest request) {
        return gate.letPad(request, secret, () -> news.follow(secret), Optional::isPresent)
                .map(told -> told.map(news -> ResponseEntity.ok()
                                .cacheControl(CacheControl.noStore())
                                .body(news))
                        .orElseGet(() -> ResponseEntity.noContent().build()))
                .orElseGet(() ->
                        ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build());
    }

    @GetMapping("/{ticket}")
    ModelAndView open(
            @PathVariable String ticket,
            @RequestParam(name = RatingPaper.LANGUAGE, defaultValue = "") String language,
            @CookieValue(name = COOKIE, defaultValue = "") String secret,
            HttpServletRequest request,
            HttpServletResponse response) {
        Words words = paper.words(language);
        return at(ticket, secret, request, (pad, id) -> page(pads.invitation(pad, id), id, words))
                .orElseGet(() -> paper.sent(words, HOME))
                .to(response);
    }

    @PostMapping("/{ticket}")
    ModelAndView rate(
            @PathVariable String ticket,
            @RequestParam(defaultValue = "") String score,
            @RequestParam(defaultValue = "") String comment,
            @RequestParam(name = RatingPaper.LANGUAGE, defaultValue = "") String language,
            @CookieValue(name = COOKIE, defaultValue = "") String secret,
            HttpServletRequest request,
            HttpServletResponse response) {
        Words words = paper.words(language);
        return at(ticket, secret, request, (pad, id) -> {
                    if (score.matches("[1-4]")) {
                        Invitation then = pads.rate(pad, id, Integer.parseInt(score), comment);
                        return RatingPages.said(then) ? paper.sent(words, place(id)) : page(then, id, words);
                    }
                    return pads.invitation(pad, id) instanceof Invitation.ToRate open
                            ? paper.unsaid(words, place(id), open, comment)
                            : paper.sent(words, place(id));
                })
                .orElseGet(() -> paper.sent(words, HOME))
                .to(response);
    }

    @PostMapping("/{ticket}/survei")
    ModelAndView fillIn(
            @PathVariable String ticket,
            @RequestParam Map<String, String> given,
            @CookieValue(name = COOKIE, defaultValue = "") String secret,
            HttpServletRequest request,
            HttpServletResponse response) {
        Words words = paper.words(given.getOrDefault(RatingPaper.LANGUAGE, ""));
        return at(ticket, secret, request, (pad, id) -> {
                    if (!(pads.invitation(pad, id) instanceof Invitation.ToFillIn open)) {
                        return paper.sent(words, place(id));
                    }
                    Optional<SkmForm> form = SentSurvey.of(open.form(), given);
                    form.ifPresent(filledIn -> pads.fillIn(pad, id, filledIn));
                    return form.isPresent()
                            ? paper.sent(words, place(id))
                            : paper.unsaid(words, place(id), open, given);
                })
                .orElseGet(() -> paper.sent(words, HOME))
                .to(response);
    }

    @GetMapping("/{ticket}/survei")
    ModelAndView survey(
            @PathVariable String ticket,
            @RequestParam(name = RatingPaper.LANGUAGE, defaultValue = "") String language,
            HttpServletResponse response) {
        return paper.sent(paper.words(language), id(ticket).map(PadPages::place).orElse(HOME))
                .to(response);
    }

    /** Whatever a pad was told to open: it goes home. */
    @RequestMapping("/**")
    ModelAndView elsewhere(HttpServletResponse response) {
        return paper.sent(paper.words(""), HOME).to(response);
    }

    private Page page(Invitation invitation, TicketId ticket, Words words) {
        // What a pad no longer asks for sends it to sleep; an error would stand there until somebody comes.
        return invitation instanceof Invitation.Nobody || invitation instanceof Invitation.NotServed
                ? paper.sent(words, HOME)
                : paper.page(words, place(ticket), invitation);
    }

    /** What only a paired pad may ask. */
    private interface Asked {
        Page answer(Pad pad, TicketId ticket);
    }

    private Optional<Page> at(String ticket, String secret, HttpServletRequest request, Asked asked) {
        return id(ticket).flatMap(id -> asPad(secret, request, pad -> asked.answer(pad, id)));
    }

    private Optional<Page> asPad(String secret, HttpServletRequest request, Function<Pad, Page> answer) {
        return gate.letPad(request, secret, () -> pads.pad(secret).map(answer), Optional::isPresent)
                .flatMap(Function.identity());
    }

    private static Optional<TicketId> id(String text) {
        try {
            return Optional.of(new TicketId(UUID.fromString(text)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static Place place(TicketId ticket) {
        return new Place(ROOT + "/" + ticket.value(), true);
    }

    private static String cookie(String secret, boolean secure) {
        return ResponseCookie.from(COOKIE, secret)
                .path(ROOT)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Strict")
                .maxAge(KEPT)
                .build()
                .toString();
    }
}

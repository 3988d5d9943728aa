package id.balairung.satisfaction.ui;

import id.balairung.satisfaction.Invitation;
import id.balairung.satisfaction.Ratings;
import id.balairung.satisfaction.ui.RatingPaper.Place;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;

/**
 * What a slip's link leads to: plain pages for whatever phone, without a session, a cookie or a script. An answer that was sent
 * leads back to the same address, so that loading it anew sends nothing again.
 */
@Controller
@RequestMapping(RatingPages.ROOT)
class RatingPages {

    static final String ROOT = "/nilai";

    private final Ratings ratings;
    private final VisitorGate gate;
    private final RatingPaper paper;

    RatingPages(Ratings ratings, VisitorGate gate, RatingPaper paper) {
        this.ratings = ratings;
        this.gate = gate;
        this.paper = paper;
    }

    @GetMapping("/{token}")
    ModelAndView open(
            @PathVariable String token,
            @RequestParam(name = RatingPaper.LANGUAGE, defaultValue = "") String language,
            HttpServletRequest request,
            HttpServletResponse response) {
        Words words = paper.words(language);
        return gate.let(request, () -> ratings.invitation(token), RatingPages::missed)
                .map(invitation -> page(invitation, token, words))
                .orElseGet(() -> paper.busy(words, place(token)))
                .to(response);
    }

    @PostMapping("/{token}")
    ModelAndView rate(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String score,
            @RequestParam(defaultValue = "") String comment,
            @RequestParam(name = RatingPaper.LANGUAGE, defaultValue = "") String language,
            HttpServletRequest request,
            HttpServletResponse response) {
        Words words = paper.words(language);
        if (!score.matches("[1-4]")) {
            return gate.let(request, () -> ratings.invitation(token), RatingPages::missed)
                    .map(invitation -> invitation instanceof Invitation.ToRate toRate
                            ? paper.unsaid(words, place(token), toRate, comment)
                            : page(invitation, token, words))
                    .orElseGet(() -> paper.busy(words, place(token)))
                    .to(response);
        }
        return gate.let(request, () -> ratings.rate(token, Integer.parseInt(score), comment), RatingPages::missed)
                .map(invitation -> said(invitation) ? paper.sent(words, place(token)) : page(invitation, token, words))
                .orElseGet(() -> paper.busy(words, place(token)))
                .to(response);
    }

    @PostMapping("/{token}/survei")
    ModelAndView fillIn(
            @PathVariable String token,
            @RequestParam Map<String, String> given,
            HttpServletRequest request,
            HttpServletResponse response) {
        Words words = paper.words(given.getOrDefault(RatingPaper.LANGUAGE, ""));
        return gate.let(request, () -> ratings.invitation(token), RatingPages::missed)
                .flatMap(invitation -> invitation instanceof Invitation.ToFillIn open
                        ? fillIn(open, token, given, words, request)
                        : Optional.of(page(invitation, token, words)))
                .orElseGet(() -> paper.busy(words, place(token)))
                .to(response);
    }

    /** The page to which the survey's address leads when somebody opens it, or loads it anew. */
    @GetMapping("/{token}/survei")
    ModelAndView survey(
            @PathVariable String token,
            @RequestParam(name = RatingPaper.LANGUAGE, defaultValue = "") String language,
            HttpServletResponse response) {
        return paper.sent(paper.words(language), place(token)).to(response);
    }

    /** No slip's link looks like that. */
    @RequestMapping({"", "/**"})
    ModelAndView elsewhere(HttpServletResponse response) {
        return page(new Invitation.Nobody(), "", paper.words("")).to(response);
    }

    private Optional<RatingPaper.Page> fillIn(
            Invitation.ToFillIn open,
            String token,
            Map<String, String> given,
            Words words,
            HttpServletRequest request) {
        return SentSurvey.of(open.form(), given)
                .map(form -> gate.let(request, () -> ratings.fillIn(token, form), RatingPages::missed)
                        .map(said -> paper.sent(words, place(token))))
                .orElseGet(() -> Optional.of(paper.unsaid(words, place(token), open, given)));
    }

    private RatingPaper.Page page(Invitation invitation, String token, Words words) {
        return paper.page(words, place(token), invitation);
    }

    /** Whether somebody, now or before, said something. */
    static boolean said(Invitation invitation) {
        return invitation instanceof Invitation.ToFillIn || invitation instanceof Invitation.Complete;
    }

    private static boolean missed(Invitation invitation) {
        return invitation instanceof Invitation.Nobody;
    }

    private static Place place(String token) {
        return new Place(ROOT + "/" + UriUtils.encodePathSegment(token, StandardCharsets.UTF_8), false);
    }
}

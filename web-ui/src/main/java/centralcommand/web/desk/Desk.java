package centralcommand.web.desk;

import centralcommand.command.contract.clearance.ReleasePolicy;
import centralcommand.query.contract.history.EventRow;
import centralcommand.query.contract.inbox.Inbox;
import centralcommand.query.contract.shared.EntryStatus;
import centralcommand.web.identity.SignedIn;
import centralcommand.web.time.FactWording;
import centralcommand.web.time.PointInTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What every page of the desk shows around its own: the sections, and how much waits in each.
 *
 * @param agency for which the person acts
 * @param changeable whether anything can be sent from here; not while the page shows the past
 */
public record Desk(String agency, boolean changeable, List<Section> sections) {

    /** A section with its address. */
    public record Section(String label, String href, boolean current) {}

    public static Desk of(SignedIn signedIn, PointInTime at, Inbox inbox, String here) {
        String agency = Objects.requireNonNull(signedIn.agency(), "only people of an agency come here");
        List<Section> sections = new ArrayList<>();
        sections.add(section("Report", "/desk", at, here));
        sections.add(section("Sheet", "/desk/sheet", at, here));
        sections.add(section("My entries", "/desk/entries", at, here));
        sections.add(section("My refusals", "/desk/refusals", at, here));
        sections.add(section(counted("Release", inbox.toRelease().size()), "/desk/release", at, here));
        long turns = inbox.handoffs().stream()
                .filter(handoff ->
                        handoff.toAct() != null && handoff.toAct().code().equals(agency))
                .count();
        sections.add(section(counted("Hand-offs", Math.toIntExact(turns)), "/desk/handoffs", at, here));
        if (signedIn.approver()) {
            sections.add(section(counted("Approve baselines", inbox.toDecide().size()), "/desk/baselines", at, here));
            sections.add(section("Certify", "/desk/certify", at, here));
        }
        return new Desk(agency, !at.past(), List.copyOf(sections));
    }

    private static String counted(String label, int waiting) {
        return waiting == 0 ? label : label + " (" + waiting + ")";
    }

    private static Section section(String label, String href, PointInTime at, String here) {
        return new Section(label, at.to(href), href.equals(here));
    }

    /** Where an entry stands, as a sentence for its agency. */
    static String standing(EventRow entry) {
        EntryStatus status = entry.status();
        if (status == null) {
            return "Recorded";
        }
        return switch (status) {
            case SUBMITTED ->
                "Submitted; waits for release by an approver of " + FactWording.agencyName(entry.agency());
            case RELEASED -> entry.clearedBy().isEmpty() ? "Released" : "Released by " + entry.clearedBy();
            case WITHDRAWN -> "Withdrawn by " + entry.clearedBy();
            case CORRECTED -> "Corrected by " + entry.clearedBy();
        };
    }

    /** What will become of entries sent now. */
    public static String clearance(Inbox inbox, String code) {
        String agency = FactWording.agencyName(code);
        return inbox.policy() == ReleasePolicy.AT_ONCE
                ? "What you send is released at once: " + agency + " has chosen so."
                : "What you send is seen inside " + agency + " only, until an approver of " + agency + " releases it.";
    }
}

package centralcommand.web.layout;

import centralcommand.web.identity.SignedIn;
import centralcommand.web.time.PointInTime;
import java.util.ArrayList;
import java.util.List;

/** One link of the navigation in the head of every page. */
record NavigationItem(String label, String href, boolean current) {

    static List<NavigationItem> of(SignedIn signedIn, PointInTime at, String path) {
        List<NavigationItem> items = new ArrayList<>();
        if (signedIn.agencyStaff()) {
            items.add(item("Desk", "/desk", at, path));
        }
        items.add(item("Board", "/board", at, path));
        items.add(item("Programs", "/programs", at, path));
        if (signedIn.auditor()) {
            items.add(item("Replay", "/replay", at, path));
        }
        if (signedIn.mayCommand()) {
            items.add(item("Commands", "/commands", at, path));
        }
        if (signedIn.admin()) {
            items.add(item("Accounts", "/admin/accounts", at, path));
        }
        return List.copyOf(items);
    }

    private static NavigationItem item(String label, String page, PointInTime at, String path) {
        return new NavigationItem(label, at.to(page), path.equals(page) || path.startsWith(page + "/"));
    }
}

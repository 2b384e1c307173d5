package centralcommand.query.server.capacity;

import centralcommand.command.contract.capacity.Material;
import centralcommand.query.contract.capacity.Capacity;
import centralcommand.query.server.view.Csv;
import centralcommand.query.server.view.Filter;
import centralcommand.query.server.view.Sight;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CapacityEndpoint {

    @GetMapping("/api/capacity")
    Capacity capacity(
            Sight sight,
            Filter filter,
            @RequestParam(required = false) @Nullable Material material,
            @RequestParam(required = false) @Nullable Integer year) {
        return CapacityView.of(sight, filter, material, year);
    }

    @GetMapping(path = "/api/capacity.csv", produces = Csv.TYPE)
    String capacityAsCsv(
            Sight sight,
            Filter filter,
            @RequestParam(required = false) @Nullable Material material,
            @RequestParam(required = false) @Nullable Integer year) {
        return Csv.of(
                Capacity.Row.class,
                CapacityView.of(sight, filter, material, year).rows());
    }
}

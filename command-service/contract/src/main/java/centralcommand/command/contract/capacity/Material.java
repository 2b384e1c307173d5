package centralcommand.command.contract.capacity;

/** What tonnes are counted of. Tonnes of different materials are never added. */
public enum Material {
    REO_CONCENTRATE,
    REO_COMPOUNDS_METALS,
    MIXED_RE,
    NDPR_OXIDE,
    DY_OXIDE,
    TB_OXIDE,
    DYTB_OXIDE,
    SM_OXIDE,
    GD_OXIDE,
    SC_OXIDE,
    Y_OXIDE,
    NDPR_METAL,
    SM_GD_METAL,
    ALLOY,
    NDFEB_MAGNET,
    SMCO_MAGNET,
    IRON_NITRIDE_MAGNET
}

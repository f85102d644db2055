pub fn surcharge(zone: u8) -> u32 {
    if zone == 1 { 0 } else { 350 }
}

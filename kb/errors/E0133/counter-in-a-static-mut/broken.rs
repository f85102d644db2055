static mut NEXT_ID: u32 = 1;

pub fn next_id() -> u32 {
    NEXT_ID += 1;
    NEXT_ID
}

fn default_timeout() -> u32 {
    30
}

fn main() {
    let pointer = &raw const default_timeout();
    println!("{}", unsafe { *pointer });
}

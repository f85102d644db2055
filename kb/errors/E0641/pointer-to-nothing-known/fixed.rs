pub fn log_register(address: usize) {
    let register = address as *const u32;
    println!("register at {register:p}");
}

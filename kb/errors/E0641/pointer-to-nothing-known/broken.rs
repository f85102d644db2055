pub fn log_register(address: usize) {
    let register = address as *const _;
    println!("register at {register:p}");
}

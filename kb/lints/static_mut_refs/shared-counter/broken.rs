static mut REQUESTS: u32 = 0;

fn handle() {
    unsafe {
        REQUESTS += 1;
    }
}

fn main() {
    handle();
    unsafe {
        println!("{} requests", REQUESTS);
    }
}

use std::env;

fn main() {
    if env::var_os("APP_LOG").is_none() {
        env::set_var("APP_LOG", "info");
    }
    println!("logging at {:?}", env::var("APP_LOG"));
}

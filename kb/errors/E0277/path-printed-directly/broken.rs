use std::path::Path;

fn main() {
    let config = Path::new("/etc").join("app.toml");
    if !config.exists() {
        eprintln!("cannot find {}", config);
        std::process::exit(1);
    }
    println!("configuration found");
}

mod config {
    #[derive(Default)]
    pub struct Config {
        value: u16,
    }

    impl Config {
        pub fn port(&self) -> u16 {
            self.value
        }

        pub fn set_port(&mut self, port: u16) {
            self.value = port;
        }
    }
}

fn main() {
    let mut config = config::Config::default();
    config.set_port(80);
    config.set_port(8080);
    println!("{}", config.port());
}

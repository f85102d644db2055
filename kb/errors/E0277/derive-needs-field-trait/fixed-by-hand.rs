enum Mode {
    Automatic,
    Manual,
}

struct Settings {
    mode: Mode,
    brightness: u8,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            mode: Mode::Automatic,
            brightness: 80,
        }
    }
}

fn main() {
    let dimmed = Settings {
        mode: Mode::Manual,
        ..Settings::default()
    };
    for settings in [Settings::default(), dimmed] {
        match settings.mode {
            Mode::Automatic => println!("automatic"),
            Mode::Manual => println!("{} %", settings.brightness),
        }
    }
}

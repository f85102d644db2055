#[derive(Default)]
enum Mode {
    #[default]
    Automatic,
    Manual,
}

#[derive(Default)]
struct Settings {
    mode: Mode,
    brightness: u8,
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

use serde::{Deserialize, Serialize};

#[derive(Debug, Deserialize, Serialize)]
struct Settings {
    name: String,
    port: u16,
}

fn read(bytes: &[u8]) -> Result<Settings, toml::de::Error> {
    toml::from_slice(bytes)
}

fn main() {
    for bytes in [&b"name = 'a'\nport = 1"[..], b"name = 'caf\xc3\xa9'\nport = 2", b"name = 'caf\xe9'\nport = 2", b"x"] {
        let again = toml::from_slice::<toml::Value>(bytes).is_ok();
        println!("{:?} {again}", read(bytes).ok());
    }
    let bytes = toml::to_vec(&Settings { name: "b".into(), port: 3 }).unwrap();
    println!("toml::from_slice {}", String::from_utf8(bytes).unwrap().trim());
}

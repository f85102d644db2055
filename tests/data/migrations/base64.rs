fn main() {
    for text in ["YWI=", "YWI", "YWJj", "-_8=", "-_8", "+/8=", "+/8", "YWJ=", "YQ==", "YQ=", "!"] {
        let standard = base64::decode_config(text, base64::STANDARD).ok();
        let bare = base64::decode_config(text, base64::STANDARD_NO_PAD).ok();
        let web = base64::decode_config(text, base64::URL_SAFE).ok();
        let made = base64::decode_config(text, base64::Config::new(base64::CharacterSet::UrlSafe, false)).ok();
        let mut held = vec![7];
        if base64::decode_config_buf(text, base64::URL_SAFE_NO_PAD, &mut held).is_err() {
            held.clear();
        }
        println!("{text} {standard:?} {bare:?} {web:?} {made:?} {held:?}");
    }
    let data = [251u8, 255, 1, 2];
    let mut held = String::from(">");
    base64::encode_config_buf(data, base64::URL_SAFE_NO_PAD, &mut held);
    let web = base64::encode_config(data, base64::URL_SAFE);
    println!("{held} {web}");
    let bare = base64::encode_config(data, base64::Config::new(base64::CharacterSet::Standard, false));
    println!("base64::encode_config(A, base64::STANDARD) {bare}");
}

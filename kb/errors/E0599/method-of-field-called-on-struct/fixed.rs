pub struct Playlist {
    pub tracks: Vec<String>,
    pub title: String,
}

pub fn headline(playlist: &Playlist) -> String {
    if playlist.tracks.is_empty() {
        format!("{} (empty)", playlist.title)
    } else {
        playlist.title.clone()
    }
}
